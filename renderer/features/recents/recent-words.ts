import type { Recent } from '../../../app/domain/history.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import type { Text } from '../../ui/use-text.ts';
import { type OutcomeText, outcomeText } from '../calls/outcome-text.ts';

interface RecentWords {
  /** What it was or which way it went, where `how` does not say so itself; the icon shows it. */
  readonly what: TextKey | null;
  /** How it ended. */
  readonly how: OutcomeText;
}

/** What a line of the history leads to. */
export type RecentAction = 'call' | 'chat' | 'join';

const wentWell = {
  call: { Outgoing: 'recents.outgoingAnswered', Incoming: 'recents.incomingAnswered' },
  chat: { Outgoing: 'recents.outgoingChat', Incoming: 'recents.incomingChat' },
  meeting: { Outgoing: 'recents.meeting', Incoming: 'recents.incomingMeeting' },
} as const satisfies Record<Recent['type'], Record<Recent['direction'], TextKey>>;

/** A line of the history in words: what it was, which way it went and how it ended. */
export const recentWords = (recent: Recent): RecentWords => {
  const { type, direction, outcome, subject } = recent;
  const incoming = direction === 'Incoming';
  if (outcome.kind === 'answered') {
    return { what: null, how: { key: wentWell[type][direction], values: {} } };
  }
  if (type === 'call') {
    const what = incoming ? 'recents.incoming' : 'recents.outgoing';
    return { what, how: outcomeText(recent) };
  }
  if (outcome.kind === 'missed' && incoming) {
    return { what: null, how: { key: `recents.${type}Missed`, values: {} } };
  }
  const remote = recent.remote ?? { uri: '', name: subject };
  return { what: `recents.${type}`, how: outcomeText({ direction, outcome, remote }) };
};

/** Whom or what a line is about. */
export function recentName({ type, remote, subject }: Recent, text: Text): string {
  const name = remote?.name ?? '';
  if (type !== 'meeting') return name || text('recents.unknownCaller');
  if (subject !== '') return subject;
  return name === '' ? text('recents.meeting') : text('recents.meetingWith', { name });
}

export const recentAction = (recent: Recent): RecentAction => {
  if (recent.type === 'call') return recent.kind === 'meeting' ? 'join' : 'call';
  return recent.type === 'chat' ? 'chat' : 'join';
};
