import type { Call, CallActions } from './call.ts';

/** What the server offers to do with a call: one flag per link it sent. */
export interface CallOffers {
  readonly acceptWithAnswer: boolean;
  readonly decline: boolean;
  readonly cancel: boolean;
  readonly renegotiate: boolean;
  readonly addVideo: boolean;
  readonly stopVideo: boolean;
  readonly rate: boolean;
}

/** What can be done with a call of which nothing is known yet. */
export const noActions: CallActions = {
  answer: false,
  decline: false,
  cancel: false,
  hangUp: false,
  mute: false,
  hold: false,
  resume: false,
  addVideo: false,
  stopVideo: false,
  sendTones: false,
  rate: false,
};

export const noOffers: CallOffers = {
  acceptWithAnswer: false,
  decline: false,
  cancel: false,
  renegotiate: false,
  addVideo: false,
  stopVideo: false,
  rate: false,
};

/**
 * What the user can do with `call` now. Hanging up needs no link: if the server offers none, the
 * call is at least over on this side. An invitation that the server did not confirm yet can be
 * cancelled too; the request follows as soon as its link is known.
 */
export function allowedActions(call: Call, offers: CallOffers): CallActions {
  const running = call.phase === 'connecting' || call.phase === 'connected';
  const isIdle =
    call.phase === 'connected' &&
    !call.hold.pending &&
    !call.video.pending &&
    call.meetingMove !== 'underWay';
  const canRenegotiate = isIdle && offers.renegotiate;
  const isHeld = call.hold.local || call.hold.remote;
  const hasVideo = call.modality === 'audioVideo';
  return {
    answer: call.phase === 'ringing' && offers.acceptWithAnswer,
    decline: call.phase === 'ringing' && offers.decline,
    cancel: call.phase === 'inviting' && (call.invitation === null || offers.cancel),
    hangUp: running,
    mute:
      (running || call.phase === 'inviting') &&
      (call.meetingMute !== 'locked' || call.sending.audio),
    hold: canRenegotiate && !call.hold.local,
    resume: canRenegotiate && call.hold.local,
    addVideo: canRenegotiate && offers.addVideo && !hasVideo && !isHeld,
    stopVideo: isIdle && offers.stopVideo && hasVideo && !isHeld,
    sendTones: call.phase === 'connected' && call.tones.possible && !isHeld,
    rate:
      call.phase === 'ended' && offers.rate && call.connectedAtMs !== null && call.rating === null,
  };
}
