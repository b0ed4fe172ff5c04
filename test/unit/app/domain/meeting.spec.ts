import { describe, expect, it } from 'vitest';
import { byExpiry, newMeetingValues, noMeetings } from '../../../../app/domain/meeting.ts';
import { meetingProblems, readPeople } from '../../../../app/domain/meeting-limits.ts';
import { buildMeeting } from './builders/build-meeting.ts';

const nowMs = Date.UTC(2026, 0, 1);
const dayMs = 24 * 60 * 60_000;

describe('the list of meetings', () => {
  it('has the assigned one first, then those that end next; past ones newest first', () => {
    const meeting = (id: string, days: number | null, isAssigned = false) =>
      buildMeeting({
        id,
        isAssigned,
        expirationTimeMs: days === null ? null : nowMs + days * dayMs,
      });
    const { current, past } = byExpiry(
      [
        meeting('open', null),
        meeting('later', 9),
        meeting('long past', -20),
        meeting('past', -1),
        meeting('soon', 1),
        meeting('mine', -5, true),
        meeting('open too', null),
      ],
      nowMs,
    );
    expect(current.map(({ id }) => id)).toEqual(['mine', 'soon', 'later', 'open', 'open too']);
    expect(past.map(({ id }) => id)).toEqual(['past', 'long past']);
  });

  it('begins a new one with what the server has as usual', () => {
    const defaults = { ...noMeetings.options.defaults, accessLevel: 'Invited' } as const;
    expect(newMeetingValues({ ...noMeetings.options, defaults })).toMatchObject({
      subject: '',
      accessLevel: 'Invited',
      expirationTimeMs: null,
      attendees: [],
    });
  });
});

describe('what the server would refuse', () => {
  it.each([
    ['nothing', {}, []],
    ['a subject at its limit', { subject: 'x'.repeat(250) }, []],
    ['a longer one', { subject: 'x'.repeat(251) }, [['subject', 'too-long', '250']]],
    ['a book', { description: 'x'.repeat(10_001) }, [['description', 'too-long', '10000']]],
    ['somebody', { attendees: ['sip:sam@parley.test'] }, []],
    ['no address', { leaders: ['sam'] }, [['leaders', 'no-address', 'sam']]],
    [
      'a crowd',
      { attendees: Array<string>(251).fill('sip:sam@parley.test') },
      [['attendees', 'too-many', '250']],
    ],
    ['tomorrow', { expirationTimeMs: nowMs + dayMs }, []],
    ['now', { expirationTimeMs: nowMs }, [['expirationTimeMs', 'in-the-past', '']]],
    [
      'another age',
      { expirationTimeMs: nowMs + 3651 * dayMs },
      [['expirationTimeMs', 'too-far', '10']],
    ],
  ])('is named by field: %s', (_, values, expected) => {
    const found = meetingProblems(values, nowMs);
    expect(found.map(({ field, problem, detail }) => [field, problem, detail])).toEqual(expected);
  });

  it('is not how people are separated', () => {
    expect(readPeople('sam@parley.test, sip:kim@Parley.test;\n sam@parley.test  bob')).toEqual([
      'sip:sam@parley.test',
      'sip:kim@parley.test',
      'bob',
    ]);
  });
});
