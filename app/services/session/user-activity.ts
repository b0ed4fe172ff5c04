import type { AppState } from '../../domain/app-state.ts';
import { isInCall } from '../../domain/selectors.ts';
import type { Surroundings } from '../../ports/surroundings.ts';

/**
 * For how long the user has not used the computer, as the server is to be told: whoever talks is
 * active though they touch nothing, and behind a locked screen nobody is.
 */
export function idleMsOf(surroundings: Surroundings, state: AppState): number {
  if (isInCall(state)) return 0;
  if (surroundings.circumstances.screenLocked) return Number.POSITIVE_INFINITY;
  return surroundings.idleMs();
}
