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
      readonly mediaId: string;
      readonly state: MediaConnectionState;
    }
  | {
      /** The first RTP packet of the other side arrived. */
      readonly type: 'firstPacket';
      readonly mediaId: string;
      readonly kind: 'audio' | 'video';
    }
  | {
      /** The engine lost the call's media with everything it had. */
      readonly type: 'lost';
      readonly mediaId: string;
    };

/** What an offer has beside the modality's own streams. */
export interface OfferOptions {
  /**
   * How many video streams are offered, at most nine: the first one both ways, the others
   * to receive only, for the pictures of a meeting. One when absent. None for an audio call.
   */
  readonly videoSections?: number;
  /** Whether the camera is opened; black is sent when not. True when absent. */
  readonly cameraOn?: boolean;
}

/**
 * WebRTC behind opaque SDP. One media session per `mediaId` (`Call.mediaId`); the engine lives in the
 * renderer. A call may have two for a while: the devices are shared, and each is closed on its own.
 * Every method rejects with `MediaError`.
 */
export interface MediaEngine {
  /** Opens devices, makes the peer connection and a complete offer (ICE gathered). */
  createOffer(mediaId: string, modality: CallModality, options?: OfferOptions): Promise<string>;
  /** Applies the final answer to the last offer of this side. */
  applyAnswer(mediaId: string, answerSdp: string): Promise<void>;
  /** Opens devices, makes the peer connection and a complete answer. */
  createAnswer(mediaId: string, offerSdp: string, modality: CallModality): Promise<string>;
  /** An offer for a running call: every stream inactive when `hold`, else as before the hold. */
  createReoffer(mediaId: string, hold: boolean): Promise<string>;
  /** Takes back the last offer of this side that got no answer. */
  rollbackOffer(mediaId: string): Promise<void>;
  /** Answers the other side's new offer. `remoteHold`: it offered every stream inactive. */
  answerReoffer(
    mediaId: string,
    offerSdp: string,
  ): Promise<{ readonly answerSdp: string; readonly remoteHold: boolean }>;
  /** Whether this side sends sound and picture; changes nothing on the wire but silence and black. */
  setSending(
    mediaId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void>;
  /** Ends the call's media and frees its devices. Harmless when there is none. */
  close(mediaId: string): Promise<void>;
  readonly reports: Observable<MediaReport>;
}
