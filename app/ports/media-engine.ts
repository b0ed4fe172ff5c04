import type { Observable } from '../util/emitter.ts';

/** Which media a call has. A call always has audio. */
export type CallModality = 'audio' | 'audioVideo';

/** Why media could not be set up. */
export type MediaErrorReason =
  | 'permission-denied'
  | 'no-microphone'
  | 'no-camera'
  | 'device-busy'
  | 'invalid-sdp'
  /** The other side offers no encryption, or none that this side can do. */
  | 'encryption-mismatch'
  | 'unavailable'
  | 'timeout';

export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly reason: MediaErrorReason;

  constructor(reason: MediaErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type MediaConnectionState = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** What the media of one call reports on its own. */
export type MediaReport =
  | {
      readonly type: 'connection';
      readonly callId: string;
      readonly state: MediaConnectionState;
    }
  | {
      /** The first RTP packet of the other side arrived. */
      readonly type: 'firstPacket';
      readonly callId: string;
      readonly kind: 'audio' | 'video';
    }
  | {
      /** The engine lost the call's media with everything it had. */
      readonly type: 'lost';
      readonly callId: string;
    };

/**
 * WebRTC behind opaque SDP. One entry per `callId`; the engine lives in the renderer.
 * Every method rejects with `MediaError`.
 */
export interface MediaEngine {
  /** Opens devices, makes the peer connection and a complete offer (ICE gathered). */
  createOffer(callId: string, modality: CallModality): Promise<string>;
  /** Applies the final answer to the last offer of this side. */
  applyAnswer(callId: string, answerSdp: string): Promise<void>;
  /** Opens devices, makes the peer connection and a complete answer. */
  createAnswer(callId: string, offerSdp: string, modality: CallModality): Promise<string>;
  /** An offer for a running call: every stream inactive when `hold`, else as before the hold. */
  createReoffer(callId: string, hold: boolean): Promise<string>;
  /** Takes back the last offer of this side that got no answer. */
  rollbackOffer(callId: string): Promise<void>;
  /** Answers the other side's new offer. `remoteHold`: it offered every stream inactive. */
  answerReoffer(
    callId: string,
    offerSdp: string,
  ): Promise<{ readonly answerSdp: string; readonly remoteHold: boolean }>;
  /** Whether this side sends sound and picture; changes nothing on the wire but silence and black. */
  setSending(
    callId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void>;
  /** Ends the call's media and frees its devices. Harmless when there is none. */
  close(callId: string): Promise<void>;
  readonly reports: Observable<MediaReport>;
}
