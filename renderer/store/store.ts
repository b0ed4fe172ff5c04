import { configureStore } from '@reduxjs/toolkit';
import { mainStateReducer } from './main-state-slice.ts';
import { meetingReducer } from './meeting-slice.ts';
import { quickDialReducer } from './quick-dial-slice.ts';
import { viewReducer } from './view-slice.ts';

/** What main told, and what only this window knows (`view`). */
export const createStore = () =>
  configureStore({
    reducer: {
      mainState: mainStateReducer,
      meetings: meetingReducer,
      quickDial: quickDialReducer,
      view: viewReducer,
    },
    devTools: false,
  });

export type Store = ReturnType<typeof createStore>;
export type RootState = ReturnType<Store['getState']>;
export type Dispatch = Store['dispatch'];
