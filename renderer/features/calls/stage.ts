import type { AppState } from '../../../app/domain/app-state.ts';
import type { Call } from '../../../app/domain/call.ts';
import { activeCall, allCalls, mostPressingRingingCall } from '../../../app/domain/selectors.ts';

/**
 * Whether an ended call needs no screen: an incoming one that was not taken and did not fail. Its
 * line in the history says enough.
 */
export const endsSilently = ({ direction, connectedAtMs, outcome }: Call): boolean =>
  direction === 'Incoming' &&
  connectedAtMs === null &&
  outcome !== null &&
  outcome.kind !== 'failed';

/** The calls that the main window shows, oldest first. */
export const shownCalls = (state: Pick<AppState, 'calls'>): readonly Call[] =>
  allCalls(state).filter((call) => call.phase !== 'ended' || !endsSilently(call));

/**
 * The call on the stage: the one the user chose while it is not over, else the one they talk in,
 * else the one that rings, else the last that ended.
 */
export const stageCall = (
  state: Pick<AppState, 'calls'>,
  selectedCallId: string | null,
): Call | null => {
  const shown = shownCalls(state);
  const selected = shown.find(({ id }) => id === selectedCallId) ?? null;
  if (selected !== null && selected.phase !== 'ended') return selected;
  return (
    activeCall(state) ??
    mostPressingRingingCall(state) ??
    selected ??
    shown[shown.length - 1] ??
    null
  );
};
