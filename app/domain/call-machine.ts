import type { CallModality, MediaConnectionState } from '../ports/media-engine.ts';
import type { Call, CallPhase } from './call.ts';
import type { CallOutcome } from './call-outcome.ts';

/** What can happen to a call. */
export type CallEvent =
  /** The other side's device rings. */
  | { readonly type: 'remoteAlerting' }
  /** Sound of the other side came before its final answer. */
  | { readonly type: 'earlyMediaHeard' }
  /** The user takes the incoming call. */
  | { readonly type: 'accepted'; readonly modality: CallModality }
  /** The user takes the incoming call on their phone, which is about to ring. */
  | { readonly type: 'takenToPhone' }
  /** The user's phone rings to take the call over (a number, or null: the server's choice), or not any more. */
  | { readonly type: 'phoneRings'; readonly number: string | null }
  | { readonly type: 'phoneStopped' }
  /** The user talks on their phone. */
  | { readonly type: 'phoneConnected'; readonly atMs: number }
  /** The other side took our call. */
  | { readonly type: 'answered' }
  | { readonly type: 'mediaChanged'; readonly state: MediaConnectionState; readonly atMs: number }
  | {
      readonly type: 'sendingChanged';
      readonly sending: { readonly audio: boolean; readonly video: boolean };
    }
  /** The user asked for a hold or a resume. */
  | { readonly type: 'holdRequested' }
  /** The request is through (`local` is what it asked for) or failed (`local` is as before). */
  | { readonly type: 'holdSettled'; readonly local: boolean }
  | { readonly type: 'remoteHoldChanged'; readonly remote: boolean }
  /** The conversation is a meeting now, and the call's media is to go through it (again). */
  | { readonly type: 'meetingMoveStarted' }
  /** The media goes through the meeting now, as another media session. */
  | { readonly type: 'meetingMoved'; readonly mediaId: string; readonly atMs: number }
  /** It does not, and stays as it was. */
  | { readonly type: 'meetingMoveFailed' }
  /** The other side hands the call over to somebody else, or does not any more. */
  | { readonly type: 'transferChanged'; readonly transferring: boolean }
  /** Sound and picture go to somebody else now, as another media session. */
  | { readonly type: 'transferred'; readonly mediaId: string }
  /** The user asked to add or to drop video. */
  | { readonly type: 'videoRequested' }
  /** It is known whether the call has video; `sending`: the user's own picture is sent. */
  | { readonly type: 'videoSettled'; readonly video: boolean; readonly sending: boolean }
  /** The other side made a new offer with or without video. */
  | { readonly type: 'remoteVideoChanged'; readonly video: boolean }
  | { readonly type: 'tonesChanged'; readonly possible: boolean }
  | { readonly type: 'toneSent'; readonly tone: string }
  /** The user said how good it was; null: the server did not take it. */
  | { readonly type: 'rated'; readonly stars: number | null }
  | { readonly type: 'meetingMuteChanged'; readonly meetingMute: Call['meetingMute'] }
  | { readonly type: 'ended'; readonly outcome: CallOutcome; readonly atMs: number };

export type CallEventType = CallEvent['type'];

/** When an event can happen, and where it leads. */
interface Move {
  readonly from: readonly CallPhase[];
  /** The phase stays what it is when absent. */
  readonly to?: CallPhase;
}

const running = ['connecting', 'connected'] as const satisfies readonly CallPhase[];
const whileRunning: Move = { from: running };
const whileConnected: Move = { from: ['connected'] };

/**
 * Every legal move. `mediaChanged` out of `connecting` depends on the state it tells and is refined in
 * `nextPhase`.
 */
const moves: Readonly<Record<CallEventType, Move>> = {
  remoteAlerting: { from: ['inviting'] },
  earlyMediaHeard: { from: ['inviting'] },
  answered: { from: ['inviting'], to: 'connecting' },
  accepted: { from: ['ringing'], to: 'connecting' },
  takenToPhone: { from: ['ringing'], to: 'connecting' },
  phoneConnected: { from: ['inviting', 'ringing', ...running], to: 'connected' },
  sendingChanged: { from: ['inviting', ...running] },
  mediaChanged: whileRunning,
  remoteHoldChanged: whileRunning,
  meetingMoveStarted: whileRunning,
  meetingMoved: { from: running, to: 'connected' },
  meetingMoveFailed: whileRunning,
  transferChanged: whileRunning,
  transferred: whileConnected,
  videoSettled: whileRunning,
  remoteVideoChanged: whileRunning,
  tonesChanged: whileRunning,
  toneSent: whileRunning,
  meetingMuteChanged: whileRunning,
  phoneRings: whileConnected,
  phoneStopped: whileConnected,
  holdRequested: whileConnected,
  holdSettled: whileConnected,
  videoRequested: whileConnected,
  ended: { from: ['inviting', 'ringing', ...running], to: 'ended' },
  rated: { from: ['ended'] },
};

/** Dialling tones that are shown. */
const maxTones = 32;

/** An event that cannot happen in the call's phase. */
export class IllegalCallTransition extends Error {
  override readonly name = 'IllegalCallTransition';
  readonly phase: CallPhase;
  readonly eventType: CallEventType;

  constructor(phase: CallPhase, eventType: CallEventType) {
    super(`A call that is ${phase} cannot take the event ${eventType}`);
    this.phase = phase;
    this.eventType = eventType;
  }
}

/**
 * The call after `event`. What the user can do (`Call.can`) is not touched: it depends on the server.
 * @throws IllegalCallTransition when the table has no such move.
 */
export function transitionCall(call: Call, event: CallEvent): Call {
  return { ...call, ...changes(call, event), phase: nextPhase(call.phase, event) };
}

function nextPhase(phase: CallPhase, event: CallEvent): CallPhase {
  const { from, to = phase } = moves[event.type];
  if (!from.includes(phase)) throw new IllegalCallTransition(phase, event.type);
  const mediaCameUp = event.type === 'mediaChanged' && event.state === 'connected';
  return phase === 'connecting' && mediaCameUp ? 'connected' : to;
}

function changes(call: Call, event: CallEvent): Partial<Call> {
  switch (event.type) {
    case 'remoteAlerting':
      return { remoteAlerting: true };
    case 'earlyMediaHeard':
      return { earlyMedia: true };
    case 'accepted':
      return {
        alert: null,
        modality: event.modality,
        media: 'connecting',
        sending: { audio: true, video: event.modality === 'audioVideo' },
      };
    case 'takenToPhone':
      return { alert: null, kind: 'phone', phone: { number: null, state: 'ringing' } };
    case 'phoneRings':
      return { phone: { number: event.number, state: 'ringing' } };
    case 'phoneStopped':
      return { phone: null };
    case 'phoneConnected':
      return {
        alert: null,
        kind: 'phone',
        phone: { number: call.phone?.number ?? null, state: 'talking' },
        modality: 'audio',
        media: null,
        remoteAlerting: false,
        earlyMedia: false,
        sending: { audio: true, video: false },
        hold: { ...call.hold, remote: false },
        connectedAtMs: call.connectedAtMs ?? event.atMs,
      };
    case 'answered':
      return { remoteAlerting: false, earlyMedia: false, media: 'connecting' };
    case 'mediaChanged':
      return {
        media: event.state,
        connectedAtMs: call.connectedAtMs ?? (event.state === 'connected' ? event.atMs : null),
      };
    case 'sendingChanged':
      return {
        sending: event.sending,
        video: { ...call.video, offered: isUndecided(call, event) },
      };
    case 'holdRequested':
      return { hold: { ...call.hold, pending: true } };
    case 'holdSettled':
      return { hold: { ...call.hold, local: event.local, pending: false } };
    case 'remoteHoldChanged':
      return { hold: { ...call.hold, remote: event.remote } };
    case 'meetingMoveStarted':
      return { meetingMove: 'underWay' };
    case 'meetingMoved':
      return {
        kind: 'meeting',
        mediaId: event.mediaId,
        meetingMove: 'none',
        media: 'connected',
        connectedAtMs: call.connectedAtMs ?? event.atMs,
        hold: { local: false, remote: false, pending: false },
      };
    case 'meetingMoveFailed':
      return { meetingMove: 'failed' };
    case 'transferChanged':
      return { transferring: event.transferring };
    case 'transferred':
      return {
        ...{ mediaId: event.mediaId, transferring: false, media: 'connected' },
        hold: { local: false, remote: false, pending: false },
        video: { pending: false, offered: false },
      };
    case 'videoRequested':
      return { video: { ...call.video, pending: true } };
    case 'videoSettled':
      return {
        ...withVideo(event.video),
        sending: { ...call.sending, video: event.sending },
        video: { pending: false, offered: false },
      };
    case 'remoteVideoChanged':
      return remoteVideo(call, event.video);
    case 'tonesChanged':
      return { tones: { ...call.tones, possible: event.possible } };
    case 'toneSent':
      return { tones: { ...call.tones, sent: `${call.tones.sent}${event.tone}`.slice(-maxTones) } };
    case 'rated':
      return { rating: event.stars };
    case 'meetingMuteChanged':
      return { meetingMute: event.meetingMute };
    case 'ended':
      return {
        video: { pending: false, offered: false },
        tones: { ...call.tones, possible: false },
        alert: null,
        media: null,
        remoteAlerting: false,
        earlyMedia: false,
        transferring: false,
        meetingMove: 'none',
        meetingMute: 'none',
        hold: { ...call.hold, pending: false },
        endedAtMs: event.atMs,
        outcome: event.outcome,
      };
  }
}

/** Muting says nothing about the camera; leaving it off, or turning it on, does. */
function isUndecided(call: Call, { sending }: Extract<CallEvent, { type: 'sendingChanged' }>) {
  return call.video.offered && !sending.video && sending.audio !== call.sending.audio;
}

const withVideo = (video: boolean): Pick<Call, 'modality'> => ({
  modality: video ? 'audioVideo' : 'audio',
});

/** What the other side adds or drops; the user's own camera goes off with it, never on. */
function remoteVideo(call: Call, video: boolean): Partial<Call> {
  const hadVideo = call.modality === 'audioVideo';
  const offered = video && !call.sending.video && (!hadVideo || call.video.offered);
  return {
    ...withVideo(video),
    sending: { ...call.sending, video: call.sending.video && video },
    video: { ...call.video, offered },
  };
}
