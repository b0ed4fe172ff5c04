import type { CallOutcome } from '../../../app/domain/call-outcome.ts';
import type { PersonRef } from '../../../app/domain/person.ts';
import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';

interface EndedCall {
  readonly direction: 'Incoming' | 'Outgoing';
  readonly remote: PersonRef;
  readonly outcome: CallOutcome;
}

export interface OutcomeText {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** How a call ended, in the user's words. */
export const outcomeText = ({ direction, remote, outcome }: EndedCall): OutcomeText => {
  const incoming = direction === 'Incoming';
  const { name } = remote;
  switch (outcome.kind) {
    case 'answered':
      return { key: 'outcome.ended', values: {} };
    case 'declined':
      return incoming
        ? { key: 'outcome.declinedByYou', values: {} }
        : { key: 'outcome.declinedByThem', values: { name } };
    case 'busy':
      return incoming
        ? { key: 'outcome.busyHere', values: {} }
        : { key: 'outcome.busy', values: { name } };
    case 'missed':
      return { key: incoming ? 'outcome.missed' : 'outcome.notAnswered', values: {} };
    case 'cancelled':
      return incoming
        ? { key: 'outcome.cancelledByThem', values: { name } }
        : { key: 'outcome.cancelled', values: {} };
    case 'removed':
      return { key: 'outcome.removed', values: {} };
    case 'meetingEnded':
      return { key: 'outcome.meetingEnded', values: {} };
    case 'answeredElsewhere':
      return outcome.by === null
        ? { key: 'outcome.answeredElsewhere', values: {} }
        : { key: 'outcome.answeredBy', values: { by: outcome.by.name } };
    case 'failed':
      return { key: `outcome.failed.${outcome.reason}`, values: { name } };
  }
};
