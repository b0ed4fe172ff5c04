import type { AppState } from '../../../app/domain/app-state.ts';
import { activeCall, mostPressingRingingCall } from '../../../app/domain/selectors.ts';
import type { HeadsetPress } from '../../../app/ipc/headset-schemas.ts';
import type { HeadsetButton, Lamps } from './telephony-layout.ts';

/** The lamps for the calls of a state. */
export const lampsOf = (state: Pick<AppState, 'calls'>): Lamps => {
  const active = activeCall(state);
  return {
    ring: mostPressingRingingCall(state) !== null,
    offHook: active !== null,
    mute: active !== null && !active.sending.audio,
    hold: active?.hold.local ?? false,
  };
};

/**
 * What a button means. A hook switch that tells how it stands says `on` for off the hook, and says it
 * again when the lamp of the same name goes on: with a call there already, that is an echo. One that
 * only tells that it was pressed does what there is to do.
 */
export const headsetPress = (
  button: HeadsetButton,
  pressed: { readonly on: boolean; readonly isAbsolute: boolean },
  shown: Lamps,
): HeadsetPress | null => {
  const { on, isAbsolute } = pressed;
  if (button === 'phoneMute') {
    // A headset without a state of its own sends on, then off: once counts.
    if (!shown.offHook) return null;
    return (isAbsolute ? on !== shown.mute : on) ? 'mute' : null;
  }
  if (on && shown.ring) return 'answer';
  if (!shown.offHook) return null;
  return on !== isAbsolute ? 'hangUp' : null;
};
