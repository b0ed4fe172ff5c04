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
  readonly acceptWithPhoneAudio: boolean;
  readonly replaceWithPhoneAudio: boolean;
  readonly holdPhoneAudio: boolean;
  readonly resumePhoneAudio: boolean;
}

/** What can be done with a call of which nothing is known yet. */
export const noActions: CallActions = {
  answer: false,
  answerOnPhone: false,
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
  moveToPhone: false,
  stayHere: false,
};

export const noOffers: CallOffers = {
  acceptWithAnswer: false,
  decline: false,
  cancel: false,
  renegotiate: false,
  addVideo: false,
  stopVideo: false,
  rate: false,
  acceptWithPhoneAudio: false,
  replaceWithPhoneAudio: false,
  holdPhoneAudio: false,
  resumePhoneAudio: false,
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
    !call.transferring &&
    call.meetingMove !== 'underWay';
  const onPhone = call.kind === 'phone';
  const canHold = isIdle && (onPhone ? offers.holdPhoneAudio : offers.renegotiate);
  const canResume = isIdle && (onPhone ? offers.resumePhoneAudio : offers.renegotiate);
  const canRenegotiate = isIdle && !onPhone && offers.renegotiate;
  const isHeld = call.hold.local || call.hold.remote;
  const hasVideo = call.modality === 'audioVideo' && !onPhone;
  return {
    answer: call.phase === 'ringing' && offers.acceptWithAnswer,
    answerOnPhone: call.phase === 'ringing' && offers.acceptWithPhoneAudio,
    decline: call.phase === 'ringing' && offers.decline,
    cancel: call.phase === 'inviting' && (call.invitation === null || offers.cancel),
    hangUp: running,
    mute:
      !onPhone &&
      (running || call.phase === 'inviting') &&
      (call.meetingMute !== 'locked' || call.sending.audio),
    hold: canHold && !call.hold.local,
    resume: canResume && call.hold.local,
    addVideo: canRenegotiate && offers.addVideo && !hasVideo && !isHeld,
    stopVideo: isIdle && offers.stopVideo && hasVideo && !isHeld,
    sendTones: call.phase === 'connected' && !onPhone && call.tones.possible && !isHeld,
    rate:
      call.phase === 'ended' && offers.rate && call.connectedAtMs !== null && call.rating === null,
    moveToPhone:
      call.phase === 'connected' && !onPhone && call.phone === null && offers.replaceWithPhoneAudio,
    stayHere: !onPhone && call.phone?.state === 'ringing' && call.phase === 'connected',
  };
}
