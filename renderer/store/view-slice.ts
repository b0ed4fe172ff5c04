import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { CommandError } from '../../app/ipc/contract.ts';

/** The parts of the main window; `call` is a tab of its own only where there is one column. */
export type Tab = 'people' | 'recents' | 'meetings' | 'call';

/** A command that main refused, shown until dismissed. */
export interface LocalNotice {
  readonly id: number;
  readonly error: CommandError;
}

export interface ViewState {
  readonly tab: Tab;
  readonly dialog: 'none' | 'settings' | 'about' | 'connection' | 'doctor' | 'close';
  /** The call on the stage, when the user chose one. */
  readonly selectedCallId: string | null;
  readonly notices: readonly LocalNotice[];
  /** Counts up each time the dial box shall take the focus. */
  readonly dialFocusRequests: number;
}

const initialState: ViewState = {
  tab: 'people',
  dialog: 'none',
  selectedCallId: null,
  notices: [],
  dialFocusRequests: 0,
};

const viewSlice = createSlice({
  name: 'view',
  initialState,
  reducers: {
    tabChosen: (state, action: PayloadAction<Tab>) => {
      state.tab = action.payload;
    },
    dialogOpened: (state, action: PayloadAction<ViewState['dialog']>) => {
      state.dialog = action.payload;
    },
    dialogClosed: (state) => {
      state.dialog = 'none';
    },
    callSelected: (state, action: PayloadAction<string>) => {
      state.selectedCallId = action.payload;
      state.tab = 'call';
    },
    commandRefused: (state, action: PayloadAction<CommandError>) => {
      const last = state.notices.at(-1);
      // The same refusal twice in a row is one notice.
      if (last?.error.messageKey === action.payload.messageKey) return;
      state.notices.push({ id: (last?.id ?? 0) + 1, error: action.payload });
    },
    noticeDismissed: (state, action: PayloadAction<number>) => {
      state.notices = state.notices.filter((notice) => notice.id !== action.payload);
    },
    dialBoxFocusRequested: (state) => {
      state.dialFocusRequests += 1;
      state.dialog = 'none';
    },
  },
});

export const {
  tabChosen,
  dialogOpened,
  dialogClosed,
  callSelected,
  commandRefused,
  noticeDismissed,
  dialBoxFocusRequested,
} = viewSlice.actions;
export const viewReducer = viewSlice.reducer;
