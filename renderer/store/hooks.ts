import { useDispatch, useSelector } from 'react-redux';
import type { AppState } from '../../app/domain/app-state.ts';
import type { MeetingView } from './meeting-slice.ts';
import type { QuickDialView } from './quick-dial-slice.ts';
import type { Dispatch, RootState } from './store.ts';
import type { ViewState } from './view-slice.ts';

export const useAppDispatch = useDispatch.withTypes<Dispatch>();

const useRootSelector = useSelector.withTypes<RootState>();

/**
 * Reads main's state. Only for components below the gate that waits for the first snapshot.
 * @throws when there is no state yet
 */
export const useMain = <T>(select: (state: AppState) => T): T =>
  useRootSelector(({ mainState }) => {
    if (mainState === null) throw new Error('The state was read before the first snapshot.');
    return select(mainState);
  });

/** Whether the first snapshot arrived. */
export const useReady = (): boolean => useRootSelector(({ mainState }) => mainState !== null);

/** Reads what only this window knows. */
export const useView = <T>(select: (state: ViewState) => T): T =>
  useRootSelector(({ view }) => select(view));

/** What the quick dial's window was told. */
export const useQuickDial = (): QuickDialView => useRootSelector(({ quickDial }) => quickDial);

/** What this window shows of meetings beside their list. */
export const useMeetings = (): MeetingView => useRootSelector(({ meetings }) => meetings);
