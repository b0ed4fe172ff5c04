import { describe, expect, it } from 'vitest';
import { noMeetings } from '../../../../../app/domain/meeting.ts';
import {
  changesOf,
  draftOf,
  newDraft,
  problemsOf,
  problemsOfServer,
  valuesOf,
} from '../../../../../renderer/features/meetings/meeting-draft.ts';
import { buildMeeting } from '../../../app/domain/builders/build-meeting.ts';

const meeting = buildMeeting({
  subject: 'Planning',
  accessLevel: 'Invited',
  expirationTimeMs: new Date(2031, 4, 6, 9, 30).getTime(),
  attendees: ['sip:sam@parley.test', 'sip:kim@parley.test'],
});

describe('the form of a meeting', () => {
  it('begins with what the server has as usual', () => {
    const defaults = { ...noMeetings.options.defaults, accessLevel: 'Locked' } as const;
    expect(newDraft({ ...noMeetings.options, defaults })).toMatchObject({
      meetingId: null,
      subject: '',
      accessLevel: 'Locked',
      phoneUserAdmission: '',
      expirationDate: '',
    });
  });

  it('shows a meeting as people read it', () => {
    expect(draftOf(meeting)).toMatchObject({
      meetingId: 'one',
      attendees: 'sam@parley.test, kim@parley.test',
      expirationDate: '2031-05-06',
    });
  });

  it('means the whole of the day that it says', () => {
    const draft = { ...draftOf(meeting), expirationDate: '2031-05-07' };
    const endMs = valuesOf(draft).expirationTimeMs ?? 0;
    expect(new Date(endMs).toDateString()).toBe(new Date(2031, 4, 7).toDateString());
    expect(new Date(endMs + 1000).toDateString()).toBe(new Date(2031, 4, 8).toDateString());
  });

  it('changes what is different, and nothing else', () => {
    expect(changesOf(draftOf(meeting), meeting)).toEqual({});
    const draft = { ...draftOf(meeting), subject: ' Budget ', attendees: 'sam@parley.test' };
    expect(changesOf(draft, meeting)).toEqual({
      subject: 'Budget',
      attendees: ['sip:sam@parley.test'],
    });
  });

  it('has something to say about every field that would be refused', () => {
    const draft = { ...draftOf(meeting), expirationDate: 'soon', leaders: 'bob' };
    const nowMs = Date.UTC(2030, 0);
    expect(problemsOf(valuesOf(draft), nowMs)).toEqual({
      leaders: { problem: 'no-address', detail: 'bob' },
      expirationTimeMs: { problem: 'no-date', detail: '' },
    });
    expect(problemsOf(valuesOf(draftOf(meeting)), nowMs)).toEqual({});
  });

  it('finds the fields that the server or the core complain about', () => {
    const problem = { problem: 'server', detail: '' };
    expect(problemsOfServer('expirationTime, Subject, fault')).toEqual({
      expirationTimeMs: problem,
      subject: problem,
    });
    expect(problemsOfServer('expirationTimeMs')).toEqual({ expirationTimeMs: problem });
    expect(problemsOfServer('')).toEqual({});
  });
});
