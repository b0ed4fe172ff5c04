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
      /** The first RTP packet of the other side arrived: of early media, and of the call itself. */
      readonly type: 'firstPacket';
      readonly mediaId: string;
      readonly kind: 'audio' | 'video';
    }
  | {
      /** Whether dialling tones can be sent now; told whenever it is otherwise than before. */
      readonly type: 'tones';
      readonly mediaId: string;
      readonly possible: boolean;
    }
  | {
      /** A dialling tone begins to sound. */
      readonly type: 'toneSent';
      readonly mediaId: string;
      readonly tone: string;
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

/** What a new offer within a running call changes; what is absent stays as it is. */
export interface MediaChange {
  /** Every stream inactive, or as before the hold. */
  readonly hold?: boolean;
  /**
   * How many video streams there are from now on, as in `OfferOptions`; 0 drops video. The camera is
   * opened if it was not there before, and freed when the answer leaves no video.
   */
  readonly videoSections?: number;
}

/** What one kind of media was like, both ways together. */
export interface StreamQuality {
  /** Such as `opus` or `VP8`; null when no packets flowed. */
  readonly codec: string | null;
  readonly packetsSent: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  /** How unevenly packets arrived, milliseconds (RFC 3550, 6.4.1). */
  readonly jitterMs: number | null;
  /** Size of the received picture in pixels; null for audio. */
  readonly picture: { readonly width: number; readonly height: number } | null;
}

/** What the media of one session was like from its beginning until now. */
export interface MediaQuality {
  readonly audio: StreamQuality | null;
  readonly video: StreamQuality | null;
  /** Of the selected ICE candidate pair, milliseconds. */
  readonly roundTripMs: number | null;
}

/**
 * WebRTC behind opaque SDP. One media session per `mediaId` (`Call.mediaId`); the engine lives in the
 * renderer. A call may have two for a while: the devices are shared, and each is closed on its own.
 * Every method rejects with `MediaError`.
 */
export interface MediaEngine {
  /** Opens devices, makes the peer connection and a complete offer (ICE gathered). */
  createOffer(mediaId: string, modality: CallModality, options?: OfferOptions): Promise<string>;
  /**
   * Applies an early answer to the first offer of this side: what the other side sends is heard from then
   * on, but nothing is sent until the final answer, which may be another endpoint's.
   */
  applyProvisionalAnswer(mediaId: string, answerSdp: string): Promise<void>;
  /**
   * Applies the final answer to the last offer of this side. `video`: the call has video now.
   * `isElsewhere`: another endpoint than the one with the early answer gave it; the next offer makes the
   * connection look for it, which it is slow to do by itself.
   */
  applyAnswer(
    mediaId: string,
    answerSdp: string,
  ): Promise<{ readonly video: boolean; readonly isElsewhere: boolean }>;
  /**
   * Makes the peer connection and a complete answer before the user took the call (early media): no
   * device is opened, nothing is sent and nothing is heard until `createAnswer`.
   */
  createProvisionalAnswer(mediaId: string, offerSdp: string): Promise<string>;
  /**
   * Opens devices, makes the peer connection and a complete answer; after `createProvisionalAnswer` the
   * same answer becomes the final one. Without the camera, offered video is answered with black.
   */
  createAnswer(mediaId: string, offerSdp: string, modality: CallModality): Promise<string>;
  /** An offer for a running call. Rejects without any change when the camera cannot be opened. */
  createReoffer(mediaId: string, change: MediaChange): Promise<string>;
  /** Takes back the last offer of this side that got no answer. */
  rollbackOffer(mediaId: string): Promise<void>;
  /**
   * Answers the other side's new offer; never opens the camera. `remoteHold`: it offered every stream
   * inactive. `video`: the call has video now.
   */
  answerReoffer(
    mediaId: string,
    offerSdp: string,
  ): Promise<{
    readonly answerSdp: string;
    readonly remoteHold: boolean;
    readonly video: boolean;
  }>;
  /** Whether this side sends sound and picture; changes nothing on the wire but silence and black. */
  setSending(
    mediaId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void>;
  /** Sends dialling tones (RFC 4733), of `0`-`9`, `*`, `#` and `A`-`D`, after those still to be sent. */
  sendTones(mediaId: string, tones: string): Promise<void>;
  /** Ends the session's media and frees its devices. Null when there is none. */
  close(mediaId: string): Promise<MediaQuality | null>;
  readonly reports: Observable<MediaReport>;
}
