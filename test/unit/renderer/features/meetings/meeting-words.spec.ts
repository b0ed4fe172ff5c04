import { describe, expect, it } from 'vitest';
import { readMeetingAddress } from '../../../../../app/domain/meeting-address.ts';
import { createTranslator } from '../../../../../app/i18n/translator.ts';
import {
  expiryWords,
  understoodWords,
} from '../../../../../renderer/features/meetings/meeting-words.ts';
import { buildMeeting } from '../../../app/domain/builders/build-meeting.ts';

const { translate } = createTranslator('en');
const nowMs = new Date(2026, 5, 10, 12).getTime();

describe('until when a meeting is kept', () => {
  it.each([
    ['later this year', new Date(2026, 8, 1), false, 'Until Tue, Sep 1'],
    ['another year', new Date(2031, 4, 6), false, 'Until May 6, 2031'],
    ['over', new Date(2026, 5, 9), false, 'Ended Tue, Jun 9'],
    ['for ever', null, false, 'No end date'],
    ['as an administrator has it', new Date(2020, 1, 1), true, 'Always open'],
  ])('%s', (_, end, isAssigned, text) => {
    const meeting = buildMeeting({ isAssigned, expirationTimeMs: end?.getTime() ?? null });
    const { key, values } = expiryWords(meeting, nowMs, 'en-US');
    expect(translate(key, values)).toBe(text);
  });
});

describe('what was understood of what was pasted', () => {
  it.each([
    ['', null],
    ['https://meet.contoso.com/alex/ABC123', 'A meeting of alex at meet.contoso.com'],
    ['https://lync.contoso.com/meet/?id=1', 'A meeting at lync.contoso.com'],
    [
      'conf:sip:alex@contoso.com;gruu;opaque=app:conf:focus:id:ABC123',
      'A meeting of alex@contoso.com',
    ],
    ['129 834 87', 'Your meeting with the ID 12983487'],
    ['hello', 'No link to a meeting was found in this.'],
    ['http://meet.contoso.com/alex/ABC123', /not protected/],
    ['x'.repeat(20_001), 'This is too long for an invitation.'],
  ])('is said of %.60s', (pasted, text) => {
    const words = understoodWords(readMeetingAddress(pasted), null, 'untitled');
    const said = words === null ? null : translate(words.key, words.values);
    if (text === null) expect(said).toBeNull();
    else expect(said).toMatch(text);
  });

  it("names the user's own meeting by its subject", () => {
    const address = readMeetingAddress('12345678');
    const words = (subject: string) =>
      understoodWords(address, buildMeeting({ subject }), 'untitled');
    expect(words('Planning')).toMatchObject({ values: { subject: 'Planning' }, isMeeting: true });
    expect(words('')).toMatchObject({ values: { subject: 'untitled' } });
  });
});
