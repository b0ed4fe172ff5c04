import { describe, expect, it } from 'vitest';
import {
  meetingOfDomain,
  ownMeeting,
  readMeetingAddress,
} from '../../../../app/domain/meeting-address.ts';
import { buildMeeting } from './builders/build-meeting.ts';

const uri = 'sip:alex@contoso.com;gruu;opaque=app:conf:focus:id:ABC123';
const asUri = {
  kind: 'uri',
  onlineMeetingUri: uri,
  organizer: 'alex@contoso.com',
  meetingId: 'ABC123',
};
const joinUrl = 'https://meet.contoso.com/alex/ABC123';
const asJoinUrl = {
  kind: 'joinUrl',
  url: joinUrl,
  host: 'meet.contoso.com',
  named: { organizerName: 'alex', meetingId: 'ABC123' },
};

describe('the address of a meeting', () => {
  it.each([
    ['as communicators have it', uri],
    ['as clients of before have it', `conf:${uri}?conversation-id=cdc15173`],
    ['with more parameters', `conf:${uri};ms-fe=pool.contoso.com?required-media=audiovideo`],
    ['in capitals', uri.replace('sip:', 'SIP:').replace('contoso.com', 'Contoso.COM')],
    ['in brackets', `<${uri}>`],
    ['at the end of a sentence', `Join us at conf:${uri}.`],
    ['beside a link to its page', `${joinUrl} or ${uri}`],
  ])('is read %s', (_, text) => {
    expect(readMeetingAddress(text)).toEqual(asUri);
  });

  it.each([
    ['alone', joinUrl],
    ['with blanks around it', `\n  ${joinUrl}\t`],
    ['in an invitation', `Join online meeting\n<${joinUrl}>\n\nFirst online meeting?`],
    ['with marks of the text behind it', `(see ${joinUrl}).`],
    ['in quotation marks', `"${joinUrl}"`],
    ['with a place in the page', `${joinUrl}#top`],
    ['in capitals', 'HTTPS://MEET.CONTOSO.COM/alex/ABC123'],
    ['handed to a communicator', `lync15:confjoin?url=${encodeURIComponent(joinUrl)}`],
    ['handed to one on a Mac', `lync://confjoin?url=${joinUrl}`],
  ])('of its page is read %s', (_, text) => {
    expect(readMeetingAddress(text)).toEqual(asJoinUrl);
  });

  it.each([
    ['https://lync.contoso.com/Meet/alex/ABC123', 'alex'],
    ['https://meet.lync.com/contoso/alex.rivera/ABC123?sl=1', 'alex.rivera'],
    ['https://web.contoso.com/contoso.com/meet/alex/ABC123', 'alex'],
    ['https://conf.contoso.com/alex/QWERTY12', 'alex'],
    ['http://127.0.0.1:8443/Meet/alex/ABC123', 'alex'],
  ])('%s is a page whose organizer is known by name', (url, organizerName) => {
    expect(readMeetingAddress(url)).toMatchObject({
      kind: 'joinUrl',
      url,
      named: { organizerName },
    });
  });

  it('may be a page of which nothing else is known', () => {
    const url = 'https://lync.contoso.com/Meet/?id=7';
    expect(readMeetingAddress(url)).toEqual({
      kind: 'joinUrl',
      url,
      host: 'lync.contoso.com',
      named: null,
    });
  });

  it.each([
    ['12983487', '12983487'],
    ['129 834-87#', '12983487'],
    ['IB88RLLY', 'IB88RLLY'],
    [' abc123 ', 'abc123'],
    ['PSDFOZCA', 'PSDFOZCA'],
  ])('%s is a conference id', (text, conferenceId) => {
    expect(readMeetingAddress(text)).toEqual({ kind: 'conferenceId', conferenceId });
  });

  it.each([
    ['nothing', '   \n', 'empty'],
    ['a name', 'Alex Rivera', 'no-meeting'],
    ['somebody', 'sip:alex@contoso.com', 'no-meeting'],
    ['another focus', 'sip:alex@contoso.com;opaque=app:voicemail', 'no-meeting'],
    ['an id of something else', uri.replace('ABC123', 'A*C'), 'no-meeting'],
    ['an organizer that is none', uri.replace('alex@contoso.com', 'alex@@/'), 'no-meeting'],
    ['any page', 'https://www.contoso.com/index.html', 'no-meeting'],
    ['the front page', 'https://meet.contoso.com/', 'no-meeting'],
    ['a page in the clear', 'http://meet.contoso.com/alex/ABC123', 'not-secure'],
    [
      'a page that hides its host',
      'https://meet.contoso.com@evil.example/alex/ABC123',
      'no-meeting',
    ],
    ['a page with a password', 'https://a:b@meet.contoso.com/alex/ABC123', 'no-meeting'],
    ['a program', 'javascript:alert(1)//meet/alex/ABC123', 'no-meeting'],
    ['a file', 'file:///meet/alex/ABC123', 'no-meeting'],
    ['half a URL', 'https://', 'no-meeting'],
    ['a broken escape', 'lync15:confjoin?url=%E0%A4%A', 'no-meeting'],
    ['one endless address', `https://meet.contoso.com/${'a'.repeat(3000)}`, 'no-meeting'],
    ['a book', 'x '.repeat(20_000), 'too-long'],
  ])('is not read out of %s', (_, text, problem) => {
    expect(readMeetingAddress(text)).toEqual({ kind: 'unreadable', problem });
  });

  it('is looked for in what is meant to make that long', () => {
    for (const part of ['conf:sip:', 'sip:a@b;', 'https://meet.', '((((', ';opaque=', '%%%%']) {
      expect(readMeetingAddress(part.repeat(2000).slice(0, 20_000)).kind).toBe('unreadable');
    }
  });
});

describe("the user's own meeting", () => {
  const meeting = buildMeeting({ onlineMeetingUri: uri, joinUrl, conferenceId: '12983487' });

  it.each([uri, joinUrl.toUpperCase(), '129 834 87', 'abc123'])('is known by %s', (text) => {
    expect(ownMeeting(readMeetingAddress(text), [meeting])).toBe(meeting);
  });

  it.each(['https://meet.contoso.com/alex/OTHER1', '999', 'no meeting'])(
    'is not known by %s',
    (text) => expect(ownMeeting(readMeetingAddress(text), [meeting])).toBeNull(),
  );
});

describe('a page of the own domain', () => {
  it('tells the meeting by its address', () => {
    expect(meetingOfDomain(readMeetingAddress(joinUrl), 'contoso.com')).toBe(uri);
  });

  it.each([
    'https://meet.fabrikam.com/alex/ABC123',
    'https://meet.contoso.com.evil.example/alex/ABC123',
    'https://meet.contoso.com:8443/alex/ABC123',
    'https://meet.contoso.com/contoso/alex/ABC123',
    'https://meet.contoso.com/a%40b%3Bc/ABC123',
    uri,
  ])('unlike %s', (text) => {
    expect(meetingOfDomain(readMeetingAddress(text), 'contoso.com')).toBeNull();
  });
});
