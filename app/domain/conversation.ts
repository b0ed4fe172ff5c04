import type { CallOutcome } from './call-outcome.ts';
import type { ChatMessage } from './chat-message.ts';
import type { Importance } from './importance.ts';
import type { PersonRef } from './person.ts';
import { emptyRoster, type Roster } from './roster.ts';

/**
 * UCWA `ConversationState`, and `Ended`: the server keeps it no more.
 *
 * - `Incoming`: somebody asks the user in
 * - `Conferencing`, then perhaps `InLobby`, then `Conferenced`: it becomes or joins a meeting
 */
export const conversationStates = [
  'Connecting',
  'Incoming',
  'Connected',
  'Conferencing',
  'InLobby',
  'Conferenced',
  'Disconnected',
  'Ended',
] as const;

export type ConversationState = (typeof conversationStates)[number];

/** What brought the conversation about, and what became of it. */
export interface ConversationInvitation {
  readonly kind: 'messaging' | 'onlineMeeting';
  readonly direction: 'Incoming' | 'Outgoing';
  /** Null while nobody decided; `answered` when it was accepted. */
  readonly outcome: CallOutcome | null;
}

/** Somebody whom the user asked into the conversation. */
export interface InvitedPerson {
  readonly id: string;
  readonly person: PersonRef;
  /** Null while they did not decide; `answered` when they came. */
  readonly outcome: CallOutcome | null;
}

/** What the user can do now. */
export interface ConversationActions {
  readonly accept: boolean;
  readonly decline: boolean;
  readonly send: boolean;
  readonly addParticipant: boolean;
  /** Start or join it anew, after it came to nothing or ended. */
  readonly retry: boolean;
}

/** The user's view of a communication with somebody, or of a meeting. No addresses, no links. */
export interface Conversation extends Roster {
  readonly id: string;
  readonly state: ConversationState;
  /** The other one of two; null in what began as a meeting. */
  readonly remote: PersonRef | null;
  /** Of a meeting: its address. */
  readonly onlineMeetingUri: string | null;
  readonly subject: string;
  readonly importance: Importance;
  readonly startedAtMs: number;
  readonly messaging: 'Disconnected' | 'Connecting' | 'Connected';
  readonly invitation: ConversationInvitation | null;
  readonly messages: readonly ChatMessage[];
  readonly invited: readonly InvitedPerson[];
  readonly can: ConversationActions;
}

/** What can be done with a conversation of which nothing is known yet. */
export const noConversationActions: ConversationActions = {
  accept: false,
  decline: false,
  send: false,
  addParticipant: false,
  retry: false,
};

/** A conversation of which nothing is known but what `known` says. */
export const newConversation = (
  known: Pick<Conversation, 'id' | 'state' | 'startedAtMs'> & Partial<Conversation>,
): Conversation => ({
  ...emptyRoster,
  remote: null,
  onlineMeetingUri: null,
  subject: '',
  importance: 'Normal',
  messaging: 'Disconnected',
  invitation: null,
  messages: [],
  invited: [],
  can: noConversationActions,
  ...known,
});
