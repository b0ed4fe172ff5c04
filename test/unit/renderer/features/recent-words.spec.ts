import { describe, expect, it } from 'vitest';
import type { RecentCall } from '../../../../app/domain/call.ts';
import type { CallOutcome } from '../../../../app/domain/call-outcome.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { recentWords } from '../../../../renderer/features/recents/recent-words.ts';
import { sam } from '../make-call.ts';

const { translate } = createTranslator('en');

/** The line as a screen reader says it. */
const say = (direction: RecentCall['direction'], outcome: CallOutcome): string => {
  const words = recentWords({
    id: 'call-1',
    kind: 'direct',
    direction,
    remote: sam,
    modality: 'audio',
    importance: 'Normal',
    subject: '',
    threadId: null,
    startedAtMs: 1000,
    durationMs: null,
    outcome,
  });
  const how = translate(words.how.key, words.how.values);
  return words.direction === null ? how : `${translate(words.direction)}: ${how}`;
};

describe('a line of the history in words', () => {
  it.each<[RecentCall['direction'], CallOutcome, string]>([
    ['Outgoing', { kind: 'answered' }, 'Outgoing, answered'],
    ['Incoming', { kind: 'answered' }, 'Incoming, answered'],
    ['Outgoing', { kind: 'missed' }, 'Outgoing: No answer'],
    ['Incoming', { kind: 'missed' }, 'Incoming: Missed call'],
    ['Outgoing', { kind: 'busy' }, 'Outgoing: Sam Okafor is busy'],
    ['Incoming', { kind: 'declined' }, 'Incoming: You declined'],
    ['Incoming', { kind: 'answeredElsewhere', by: null }, 'Incoming: Answered on another device'],
  ])('%s %o: %s', (direction, outcome, words) => {
    expect(say(direction, outcome)).toBe(words);
  });
});
