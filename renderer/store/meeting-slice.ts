import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { mainStateReceived } from './main-state-slice.ts';

/** What is typed and chosen in the form of a meeting; it stays until it is saved or discarded. */
export interface MeetingDraft {
  /** Null for a new meeting. */
  readonly meetingId: string | null;
  readonly subject: string;
  readonly description: string;
  /** Addresses as they were typed. */
  readonly attendees: string;
  readonly leaders: string;
  /** Names of the server's values; empty is for it to decide. */
  readonly accessLevel: string;
  readonly automaticLeaderAssignment: string;
  readonly entryExitAnnouncement: string;
  readonly lobbyBypassForPhoneUsers: string;
  readonly phoneUserAdmission: string;
  /** `YYYY-MM-DD` of the user's own calendar; empty is for the server to decide. */
  readonly expirationDate: string;
}

/** What this window shows of meetings beside their list. */
export interface MeetingView {
  readonly dialog: 'none' | 'join' | 'details' | 'form' | 'cancel';
  /** The meeting of the dialog; null for a new one. */
  readonly meetingId: string | null;
  readonly draft: MeetingDraft | null;
  /** What was pasted to join. */
  readonly joinText: string;
}

const initialState: MeetingView = { dialog: 'none', meetingId: null, draft: null, joinText: '' };

const meetingSlice = createSlice({
  name: 'meetings',
  initialState,
  reducers: {
    joinOpened: (state) => {
      state.dialog = 'join';
    },
    joinTyped: (state, action: PayloadAction<string>) => {
      state.joinText = action.payload;
    },
    detailsOpened: (state, action: PayloadAction<string>) => {
      state.dialog = 'details';
      state.meetingId = action.payload;
    },
    cancelOpened: (state) => {
      state.dialog = 'cancel';
    },
    /** Goes on with what was typed for the same meeting before. */
    formOpened: (state, action: PayloadAction<MeetingDraft>) => {
      state.dialog = 'form';
      state.meetingId = action.payload.meetingId;
      if (state.draft?.meetingId !== action.payload.meetingId) state.draft = action.payload;
    },
    drafted: (state, action: PayloadAction<Partial<MeetingDraft>>) => {
      if (state.draft !== null) Object.assign(state.draft, action.payload);
    },
    draftDropped: (state) => {
      state.draft = null;
    },
    meetingDialogClosed: (state) => {
      state.dialog = 'none';
    },
  },
  extraReducers: (builder) => {
    // Whoever signs in next may be somebody else.
    builder.addCase(mainStateReceived, (state, { payload }) =>
      payload.session.phase === 'signedOut' ? initialState : state,
    );
  },
});

export const {
  joinOpened,
  joinTyped,
  detailsOpened,
  cancelOpened,
  formOpened,
  drafted: meetingDrafted,
  draftDropped,
  meetingDialogClosed,
} = meetingSlice.actions;
export const meetingReducer = meetingSlice.reducer;
