import type { ModalityState } from './media-session.ts';
import type { Seat } from './seat.ts';
import type { CancelTimer } from './timers.ts';

export interface Messaging {
  state: ModalityState;
  negotiatedMessageFormats: readonly string[];
  readonly messages: Map<string, Message>;
  /** Who is shown as typing, by participant id, and what ends it. */
  readonly typing: Map<string, CancelTimer>;
}

export interface Message {
  readonly id: string;
  /** Participant id and address of who wrote it. */
  readonly from: Pick<Seat, 'id' | 'uri'>;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly operationId: string | undefined;
  readonly format: 'Plain' | 'Html';
  readonly text: string;
  readonly timeMs: number;
  status: 'Pending' | 'Succeeded' | 'Failed';
  /** Participant ids of those whom it did not reach. */
  readonly failedFor: string[];
}
