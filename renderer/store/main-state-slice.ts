import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { AppState } from '../../app/domain/app-state.ts';

/** The window's copy of main's state. `null` until the first snapshot arrived. */
const mainStateSlice = createSlice({
  name: 'mainState',
  initialState: null as AppState | null,
  reducers: {
    mainStateReceived: (_state, action: PayloadAction<AppState>) => action.payload,
  },
});

export const { mainStateReceived } = mainStateSlice.actions;
export const mainStateReducer = mainStateSlice.reducer;
