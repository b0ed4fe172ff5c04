import type { RecentCall } from '../../../app/domain/call.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import { type OutcomeText, outcomeText } from '../calls/outcome-text.ts';

interface RecentWords {
  /** Which way the call went, where `how` does not say so itself; the icon shows it. */
  readonly direction: TextKey | null;
  /** How it ended. */
  readonly how: OutcomeText;
}

/** A line of the history in words: which way the call went and how it ended. */
export const recentWords = (recent: RecentCall): RecentWords => {
  const incoming = recent.direction === 'Incoming';
  if (recent.outcome.kind === 'answered') {
    const key = incoming ? 'recents.incomingAnswered' : 'recents.outgoingAnswered';
    return { direction: null, how: { key, values: {} } };
  }
  const direction = incoming ? 'recents.incoming' : 'recents.outgoing';
  return { direction, how: outcomeText(recent) };
};
