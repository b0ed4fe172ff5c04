import { createSlice, type PayloadAction } from '@reduxjs/toolkit';

/** What main told the quick dial's window. */
export interface QuickDialView {
  /** Counts up each time it is opened. */
  readonly openings: number;
  /** Somebody who can be called, found in the clipboard at this opening. */
  readonly clipboard: string | null;
}

const initialState: QuickDialView = { openings: 0, clipboard: null };

const quickDialSlice = createSlice({
  name: 'quickDial',
  initialState,
  reducers: {
    quickDialOpened: (state) => {
      state.openings += 1;
      state.clipboard = null;
    },
    quickDialOffered: (state, action: PayloadAction<string>) => {
      state.clipboard = action.payload;
    },
  },
});

export const { quickDialOpened, quickDialOffered } = quickDialSlice.actions;
export const quickDialReducer = quickDialSlice.reducer;
