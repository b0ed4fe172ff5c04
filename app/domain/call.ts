import type { CallModality, MediaConnectionState } from '../ports/media-engine.ts';
import type { AlertPlan } from './alert-plan.ts';
import type { CallOutcome } from './call-outcome.ts';
import type { Importance } from './importance.ts';
import type { AudioVideoInvitation } from './invitation.ts';
import type { PersonRef } from './person.ts';

/**
 * - `inviting`: our invitation is on its way, or rings over there (`remoteAlerting`)
 * - `ringing`: an incoming call waits for the user
 * - `connecting`: answered on either side, media is being set up
 * - `connected`, `ended`
 */
export const callPhases = ['inviting', 'ringing', 'connecting', 'connected', 'ended'] as const;

export type CallPhase = (typeof callPhases)[number];

/**
 * Which way sound and picture go.
 *
 * - `direct`: between the two
 * - `meeting`: through the meeting's conference server
 * - `phone`: through the user's telephone
 */
export type CallKind = 'direct' | 'meeting' | 'phone';

/**
 * The user's own phone in a call: it rings, or is talked on. Beside a call of another kind it rings
 * to take that call over.
 */
export interface CallPhone {
  /** `tel:` URI; null when the server chose the phone. */
  readonly number: string | null;
  readonly state: 'ringing' | 'talking';
}

/** What the user can do now. A server that offers no link for it makes the flag false. */
export interface CallActions {
  readonly answer: boolean;
  /** Take it on the own phone, which rings then. */
  readonly answerOnPhone: boolean;
  readonly decline: boolean;
  readonly cancel: boolean;
  readonly hangUp: boolean;
  readonly mute: boolean;
  readonly hold: boolean;
  readonly resume: boolean;
  readonly addVideo: boolean;
  readonly stopVideo: boolean;
  readonly sendTones: boolean;
  /** Say how good the call was, once it is over. */
  readonly rate: boolean;
  /** Go on on the own phone. */
  readonly moveToPhone: boolean;
  /** Stop the phone that rings to take the call over. */
  readonly stayHere: boolean;
}

/** The parts of a call that are as new when it begins. */
export const freshCall = {
  earlyMedia: false,
  transferring: false,
  phone: null,
  meetingMove: 'none',
  meetingMute: 'none',
  hold: { local: false, remote: false, pending: false },
  video: { pending: false, offered: false },
  tones: { possible: false, sent: '' },
  rating: null,
} as const satisfies Partial<Call>;

/** One call, as every process of Parley sees it. */
export interface Call {
  /** Ours; never leaves Parley. */
  readonly id: string;
  /** The conversation it is a part of. */
  readonly conversationId: string;
  /**
   * Names the call's media session in the media engine. It is the call's id at first, and another one
   * once the call goes through another media session, such as that of a meeting.
   */
  readonly mediaId: string;
  readonly kind: CallKind;
  /**
   * The media of a call on its way into the meeting: `underWay` while the old goes on, `failed` when
   * the two are left with what they had.
   */
  readonly meetingMove: 'none' | 'underWay' | 'failed';
  /** The meeting muted the user; `locked`: they cannot take it back. */
  readonly meetingMute: 'none' | 'muted' | 'locked';
  /** Null while the own phone has no part in it. */
  readonly phone: CallPhone | null;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly phase: CallPhase;
  readonly remote: PersonRef;
  readonly modality: CallModality;
  readonly importance: Importance;
  readonly subject: string;
  /** Null for an outgoing call until the server confirmed it. */
  readonly invitation: AudioVideoInvitation | null;
  /** The other side's device rings. */
  readonly remoteAlerting: boolean;
  /** The other side is heard before anybody there took the call: a ring-back tone, an announcement. */
  readonly earlyMedia: boolean;
  /** The other side hands the call over to somebody else. */
  readonly transferring: boolean;
  readonly media: MediaConnectionState | null;
  readonly sending: { readonly audio: boolean; readonly video: boolean };
  readonly hold: {
    readonly local: boolean;
    readonly remote: boolean;
    /** A hold or resume asked by this side is not through yet. */
    readonly pending: boolean;
  };
  readonly video: {
    /** Adding or dropping video, asked by this side, is not through yet. */
    readonly pending: boolean;
    /** The other side added video, and the user did not say yet whether to turn on theirs. */
    readonly offered: boolean;
  };
  readonly tones: {
    /** The other side takes dialling tones. */
    readonly possible: boolean;
    /** Those that were sent last, oldest first. */
    readonly sent: string;
  };
  /** Stars from 1 to 5 that the user gave; null until then. */
  readonly rating: number | null;
  /** Set while `ringing`. */
  readonly alert: AlertPlan | null;
  readonly startedAtMs: number;
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly outcome: CallOutcome | null;
  readonly can: CallActions;
}
