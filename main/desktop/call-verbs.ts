import { activeCall, mostPressingRingingCall } from '../../app/domain/selectors.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';
import type { CallActions, Surface } from './call-actions.ts';
import type { StateSource } from './subscriber.ts';

/**
 * What became of a verb:
 *
 * - `done`: it was asked of the core, whose state says how it went
 * - `nothingRings`: it is about a ringing call, and none rings
 * - `noCall`: it is about a call that goes on, and none does
 * - `notPossible`: there is a call, but it does not offer this now
 */
export type VerbOutcome = 'done' | 'nothingRings' | 'noCall' | 'notPossible';

/** The window that a call is seen in. */
export interface CallStage {
  /** Shows it, and gives it the keyboard. */
  raise(): void;
}

/**
 * What can be said to calls without naming one: by keys, the tray, the command line and the buttons of
 * a headset. Answering and declining mean the most pressing call that rings; everything else means the
 * call that the user is busy with.
 */
export class CallVerbs {
  readonly #source: StateSource;
  readonly #actions: CallActions;
  readonly #stage: CallStage;

  constructor(source: StateSource, actions: CallActions, stage: CallStage) {
    this.#source = source;
    this.#actions = actions;
    this.#stage = stage;
  }

  /** With what the caller offers: with video when it is a video call. */
  answer(surface: Surface): VerbOutcome {
    return this.#answer(null, surface);
  }

  answerWithVideo(surface: Surface): VerbOutcome {
    return this.#answer('audioVideo', surface);
  }

  /** On this device only: others of the same user go on ringing. */
  decline(surface: Surface): VerbOutcome {
    const call = mostPressingRingingCall(this.#source.state);
    if (call === null) return 'nothingRings';
    if (!call.can.decline) return 'notPossible';
    this.#actions.decline(call.id, surface);
    return 'done';
  }

  /** Ends the call, or takes an invitation of the user's own back. */
  hangUp(surface: Surface): VerbOutcome {
    const call = activeCall(this.#source.state);
    if (call === null) return 'noCall';
    if (call.can.hangUp) this.#actions.hangUp(call.id, surface);
    else if (call.can.cancel) this.#actions.cancel(call.id, surface);
    else return 'notPossible';
    return 'done';
  }

  toggleMute(surface: Surface): VerbOutcome {
    const call = activeCall(this.#source.state);
    if (call === null) return 'noCall';
    if (!call.can.mute) return 'notPossible';
    const { audio, video } = call.sending;
    this.#actions.setSending(call.id, !audio, video, surface);
    return 'done';
  }

  toggleHold(surface: Surface): VerbOutcome {
    const call = activeCall(this.#source.state);
    if (call === null) return 'noCall';
    if (call.hold.local && call.can.resume) this.#actions.resume(call.id, surface);
    else if (!call.hold.local && call.can.hold) this.#actions.hold(call.id, surface);
    else return 'notPossible';
    return 'done';
  }

  /** Works without a call, too: whoever asks wants to see Parley. */
  raise(): VerbOutcome {
    this.#stage.raise();
    return 'done';
  }

  #answer(modality: CallModality | null, surface: Surface): VerbOutcome {
    const call = mostPressingRingingCall(this.#source.state);
    if (call === null) return 'nothingRings';
    if (!call.can.answer) return 'notPossible';
    this.#actions.answer(call.id, modality ?? call.modality, surface);
    return 'done';
  }
}
