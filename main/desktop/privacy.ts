import type { Surroundings } from '../../app/ports/surroundings.ts';
import type { Observable } from '../../app/util/emitter.ts';
import type { StateSource } from './subscriber.ts';

/** Whether notifications may say what they are about. */
export interface Privacy {
  /** Others than the user may be looking at the screen. */
  hidesText(): boolean;
  /** It may have changed. */
  readonly changes: Observable<unknown>;
}

/** On a locked screen nothing is said of what it is about, unless the user wants it so. */
export const lockedScreenPrivacy = (
  surroundings: Pick<Surroundings, 'circumstances' | 'subscribe'>,
  source: StateSource,
): Privacy => {
  let wasLocked = surroundings.circumstances.screenLocked;
  return {
    hidesText: () =>
      surroundings.circumstances.screenLocked && !source.state.settings.alerts.textOnLockedScreen,
    changes: {
      subscribe: (listener) =>
        surroundings.subscribe(({ screenLocked }) => {
          if (screenLocked === wasLocked) return;
          wasLocked = screenLocked;
          listener(screenLocked);
        }),
    },
  };
};
