import type { MeetingChanges, MeetingValues } from './meeting.ts';
import { readSipAddress } from './sip-address.ts';

/** What a meeting's subject and description may have, in characters. */
export const meetingLimits = { subject: 250, description: 10_000, people: 250 } as const;

const dayMs = 24 * 60 * 60_000;
/** UCWA: between one year before and ten years after now. Here: at least a moment after. */
const longestMs = 10 * 365 * dayMs;

/** What is wrong with one field, and what belongs into the message. */
export interface MeetingProblem {
  readonly field: keyof MeetingValues;
  readonly problem: 'too-long' | 'too-many' | 'no-address' | 'in-the-past' | 'too-far';
  /** The limit, or what was typed. */
  readonly detail: string;
}

/** Everything that the server would refuse, by field, in the order of the form. */
export function meetingProblems(values: MeetingChanges, nowMs: number): readonly MeetingProblem[] {
  const problems: MeetingProblem[] = [];
  for (const field of ['subject', 'description'] as const) {
    const limit = meetingLimits[field];
    if ((values[field]?.length ?? 0) > limit) {
      problems.push({ field, problem: 'too-long', detail: String(limit) });
    }
  }
  for (const field of ['leaders', 'attendees'] as const) {
    const people = values[field] ?? [];
    const wrong = people.find((each) => readSipAddress(each) === null);
    if (people.length > meetingLimits.people) {
      problems.push({ field, problem: 'too-many', detail: String(meetingLimits.people) });
    } else if (wrong !== undefined) {
      problems.push({ field, problem: 'no-address', detail: wrong });
    }
  }
  const field = 'expirationTimeMs';
  const endMs = values[field] ?? null;
  if (endMs !== null && endMs <= nowMs)
    problems.push({ field, problem: 'in-the-past', detail: '' });
  if (endMs !== null && endMs > nowMs + longestMs) {
    problems.push({ field, problem: 'too-far', detail: '10' });
  }
  return problems;
}

/** People as they are typed, between commas, semicolons, blanks or lines; each once. */
export function readPeople(text: string): readonly string[] {
  const typed = text.split(/[\s,;]+/).filter((each) => each !== '');
  return [...new Set(typed.map((each) => readSipAddress(each) ?? each))];
}
