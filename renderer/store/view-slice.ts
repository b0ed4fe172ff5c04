import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { ShortcutName } from '../../app/domain/shortcuts.ts';
import type { WindowPlace } from '../../app/domain/window-place.ts';
import type { CommandError } from '../../app/ipc/contract.ts';

/** The lists of the main window. */
export type Tab = 'people' | 'chats' | 'recents' | 'meetings';

/** A command that main refused, shown until dismissed. */
export interface LocalNotice {
  readonly id: number;
  readonly error: CommandError;
}

export interface ViewState {
  readonly tab: Tab;
  readonly dialog:
    | 'none'
    | 'settings'
    | 'keys'
    | 'note'
    | 'about'
    | 'connection'
    | 'doctor'
    | 'close';
  /** Where there is one column: the stage covers the lists. */
  readonly stageOpen: boolean;
  /** The call on the stage, when the user or its coming up chose one. */
  readonly selectedCallId: string | null;
  /** The conversation on the stage, when the user chose one; it goes before calls chosen earlier. */
  readonly selectedConversationId: string | null;
  /** Conversations that were on the stage, the last one at the end. */
  readonly visited: readonly string[];
  /** What was typed and not sent yet, by conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Who is to be asked into meetings as soon as that is possible, by conversation. */
  readonly inviteTo: Readonly<Record<string, string>>;
  readonly notices: readonly LocalNotice[];
  /** Counts up each time the dial box shall take the focus. */
  readonly dialFocusRequests: number;
  /** The shortcut that was pressed last to prove that it works. */
  readonly pressedShortcut: { readonly name: ShortcutName } | null;
  /** The conversation whose field to write in shall take the focus, until it did. */
  readonly composeIn: string | null;
  /** The ringing call whose replies shall be shown, until they were. */
  readonly replyTo: string | null;
  /** An emergency number that was dialled, until the user confirms that they mean it. */
  readonly emergencyNumber: string | null;
}

const maxVisited = 20;

const initialState: ViewState = {
  tab: 'people',
  dialog: 'none',
  stageOpen: false,
  selectedCallId: null,
  selectedConversationId: null,
  visited: [],
  drafts: {},
  inviteTo: {},
  notices: [],
  dialFocusRequests: 0,
  pressedShortcut: null,
  composeIn: null,
  replyTo: null,
  emergencyNumber: null,
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
      state.stageOpen = true;
    },
    conversationSelected: (state, action: PayloadAction<string>) => {
      state.selectedConversationId = action.payload;
      state.selectedCallId = null;
      state.stageOpen = true;
    },
    stageShown: (state, action: PayloadAction<string>) => {
      const others = state.visited.filter((id) => id !== action.payload);
      state.visited = [...others, action.payload].slice(-maxVisited);
    },
    stageClosed: (state) => {
      state.stageOpen = false;
    },
    drafted: (state, action: PayloadAction<{ conversationId: string; text: string }>) => {
      const { conversationId, text } = action.payload;
      if (text === '') delete state.drafts[conversationId];
      else state.drafts[conversationId] = text;
    },
    invitationPlanned: (
      state,
      action: PayloadAction<{ conversationId: string; to: string | null }>,
    ) => {
      const { conversationId, to } = action.payload;
      if (to === null) delete state.inviteTo[conversationId];
      else state.inviteTo[conversationId] = to;
    },
    commandRefused: (state, action: PayloadAction<CommandError>) => {
      const last = state.notices.at(-1);
      // The same refusal twice in a row is one notice.
      if (last?.error.messageKey === action.payload.messageKey) return;
      state.notices.push({ id: (last?.id ?? 0) + 1, error: action.payload });
    },
    shortcutPressed: (state, action: PayloadAction<ShortcutName>) => {
      state.pressedShortcut = { name: action.payload };
    },
    emergencyDialled: (state, action: PayloadAction<string>) => {
      state.emergencyNumber = action.payload;
    },
    emergencySettled: (state) => {
      state.emergencyNumber = null;
    },
    noticeDismissed: (state, action: PayloadAction<number>) => {
      state.notices = state.notices.filter((notice) => notice.id !== action.payload);
    },
    /** The tray leads here: whatever covers it goes away. */
    placeAsked: (state, action: PayloadAction<WindowPlace>) => {
      const place = action.payload;
      const isDialog = place.kind === 'settings' || place.kind === 'note';
      state.dialog = isDialog ? place.kind : 'none';
      if (place.kind === 'conversation') {
        state.selectedConversationId = place.conversationId;
        state.selectedCallId = null;
        state.composeIn = place.conversationId;
      } else if (!isDialog) {
        state.tab = place.kind;
      }
      state.stageOpen = place.kind === 'conversation';
    },
    composerFocused: (state) => {
      state.composeIn = null;
    },
    replyRequested: (state, action: PayloadAction<string>) => {
      state.replyTo = action.payload;
    },
    replyShown: (state) => {
      state.replyTo = null;
    },
    dialBoxFocusRequested: (state) => {
      state.dialFocusRequests += 1;
      state.stageOpen = false;
      state.dialog = 'none';
    },
  },
});

export const {
  tabChosen,
  dialogOpened,
  dialogClosed,
  callSelected,
  conversationSelected,
  stageShown,
  stageClosed,
  drafted,
  invitationPlanned,
  commandRefused,
  emergencyDialled,
  emergencySettled,
  noticeDismissed,
  shortcutPressed,
  placeAsked,
  composerFocused,
  replyRequested,
  replyShown,
  dialBoxFocusRequested,
} = viewSlice.actions;
export const viewReducer = viewSlice.reducer;
