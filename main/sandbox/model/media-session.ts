import type { ConferenceMedia } from '../media/conference-media.ts';

export type ModalityState =
  | 'Connecting'
  | 'Connected'
  | 'Transferring'
  | 'Disconnecting'
  | 'Disconnected';
export type AvModality = 'Audio' | 'Video';

/** The user's own telephone as a medium of a conversation. */
export interface PhoneAudio {
  state: ModalityState;
  onHold: boolean;
}

/** The agreed media between two endpoints, as one of them sees it. */
export interface Session {
  readonly sessionContext: string;
  readonly remoteEndpoint: string;
  state: 'Establishing' | 'Established';
  readonly renegotiations: Map<string, Renegotiation>;
  /** The connection to a meeting's conference server; none when the media is somebody else's or silent. */
  readonly media?: ConferenceMedia;
}

/** An offer and its answer within an established call, as one side sees it. */
export interface Renegotiation {
  readonly id: string;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly operationId: string | undefined;
  readonly offer: string;
  answer: string | undefined;
  open: boolean;
}

/** What the callee answered, as the caller sees it. */
export interface Negotiation {
  readonly id: string;
  readonly sessionContext: string;
  readonly remoteEndpoint: string;
  readonly kind: 'provisional' | 'final';
  readonly sdp: string;
  readonly msAcceptedContentId: string | undefined;
}
