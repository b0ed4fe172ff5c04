import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../../app/domain/call-outcome.ts';
import type { Recent, RecentCall, RecentConversation } from '../../../../app/domain/history.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import {
  recentAction,
  recentName,
  recentWords,
} from '../../../../renderer/features/recents/recent-words.ts';
import { sam } from '../make-call.ts';

const { translate } = createTranslator('en');

const line = {
  source: 'parley',
  id: 'call-1',
  conversationId: 'conversation-1',
  onlineMeetingUri: null,
  direction: 'Outgoing',
  remote: sam,
  importance: 'Normal',
  subject: '',
  threadId: null,
  startedAtMs: 1000,
  durationMs: null,
  outcome: { kind: 'answered' },
} as const;

const call = (change: Partial<RecentCall> = {}): RecentCall => ({
  ...{ ...line, type: 'call', kind: 'direct', modality: 'audio' },
  ...change,
});

const conversation = (change: Partial<RecentConversation> = {}): RecentConversation => ({
  ...{ ...line, type: 'chat' },
  ...change,
});

/** The line as a screen reader says it. */
const say = (recent: Recent): string => {
  const { what, how } = recentWords(recent);
  const words = translate(how.key, how.values);
  return what === null ? words : `${translate(what)}: ${words}`;
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
  ])('a call, %s %o: %s', (direction, outcome, words) => {
    expect(say(call({ direction, outcome }))).toBe(words);
  });

  it.each<[RecentConversation['type'], RecentCall['direction'], CallOutcome, string]>([
    ['chat', 'Outgoing', { kind: 'answered' }, 'Chat that you started'],
    ['chat', 'Incoming', { kind: 'answered' }, 'Chat'],
    ['chat', 'Incoming', { kind: 'missed' }, 'Missed invitation to chat'],
    ['chat', 'Outgoing', { kind: 'declined' }, 'Chat: Sam Okafor declined'],
    ['meeting', 'Outgoing', { kind: 'answered' }, 'Meeting'],
    ['meeting', 'Incoming', { kind: 'missed' }, 'Missed invitation into a meeting'],
    ['meeting', 'Outgoing', { kind: 'meetingEnded' }, 'Meeting: The meeting has ended'],
  ])('a %s, %s %o: %s', (type, direction, outcome, words) => {
    expect(say(conversation({ type, direction, outcome }))).toBe(words);
  });
});

it('a line is about somebody, or about a meeting by its subject', () => {
  expect(recentName(call(), translate)).toBe('Sam Okafor');
  expect(recentName(conversation({ type: 'meeting' }), translate)).toBe('Meeting with Sam Okafor');
  const planning = { type: 'meeting', subject: 'Planning', remote: null } as const;
  expect(recentName(conversation(planning), translate)).toBe('Planning');
  expect(recentName(conversation({ remote: null }), translate)).toBe('Unknown caller');
});

it('a line leads to what it was about', () => {
  const lines = [
    call(),
    call({ kind: 'meeting' }),
    conversation(),
    conversation({ type: 'meeting' }),
  ];
  expect(lines.map(recentAction)).toEqual(['call', 'join', 'chat', 'join']);
});
