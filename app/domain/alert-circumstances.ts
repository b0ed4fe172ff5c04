import type { AlertKind } from './alert-matrix.ts';
import type { AlertCircumstances } from './alerting.ts';
import type { AppState } from './app-state.ts';
import type { Importance } from './importance.ts';
import { alertsPaused, isInCall } from './selectors.ts';

/** What the state says about how something is to be announced now. */
export function circumstancesOf(
  state: AppState,
  now: {
    readonly kind: AlertKind;
    readonly importance: Importance;
    readonly focused: boolean;
    readonly nowMs: number;
  },
): AlertCircumstances {
  const { kind, importance, focused, nowMs } = now;
  const presence = state.me?.presence;
  return {
    kind,
    importance,
    presence: presence?.availability ?? 'Unknown',
    presenting: presence?.activity === 'presenting',
    inCall: isInCall(state),
    focused,
    paused: alertsPaused(state, nowMs),
    desktopQuiet: state.desktopDoNotDisturb === true,
    settings: state.settings,
  };
}
