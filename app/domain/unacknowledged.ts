import type { AlertKind } from './alert-matrix.ts';
import type { Importance } from './importance.ts';
import type { PersonRef } from './person.ts';

/**
 * - `waiting`: it alerts as its plan says
 * - `louder`: nobody reacted, it rings again, louder
 * - `told`: still nobody did: whom the user chose was told, if anybody; it waits in silence
 * - `seen`: the user said so, and it goes on in silence
 */
export type EscalationStage = 'waiting' | 'louder' | 'told' | 'seen';

type EscalationEvent = 'timePassed' | 'seen';

/** The legal moves of an alert that nobody acknowledged. */
const moves: Readonly<
  Record<EscalationStage, Partial<Readonly<Record<EscalationEvent, EscalationStage>>>>
> = {
  waiting: { timePassed: 'louder', seen: 'seen' },
  louder: { timePassed: 'told', seen: 'seen' },
  told: { seen: 'seen' },
  seen: {},
};

/** The stage after `event`; the same one when the table has no such move. */
export const escalate = (stage: EscalationStage, event: EscalationEvent): EscalationStage =>
  moves[stage][event] ?? stage;

/** An alert that is to be acknowledged: answered, declined, read, or by "I saw it". */
export interface Unacknowledged {
  /** As `CurrentAlert.id`. */
  readonly id: string;
  readonly kind: Extract<AlertKind, 'call' | 'meeting' | 'message'>;
  readonly conversationId: string;
  readonly from: PersonRef;
  readonly subject: string;
  readonly importance: Importance;
  readonly sinceMs: number;
  readonly stage: EscalationStage;
  /** Who was told; null while nobody was. */
  readonly told: PersonRef | null;
}
