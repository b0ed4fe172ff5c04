import type { AlertPlan } from './alert-plan.ts';
import type { CallOutcome } from './call-outcome.ts';
import type { ChatMessage } from './chat-message.ts';
import type { Importance } from './importance.ts';
import type { PersonRef } from './person.ts';
import { emptyRoster, type Role, type Roster } from './roster.ts';

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

/**
 * Why a conversation is over.
 *
 * - `left`: the user left; `otherLeft`: the other one of two did
 * - `removed`, `denied`: a leader removed the user, or turned them away in the lobby
 * - `ended`: the meeting is over; `lobbyTimeout`: nobody let the user in
 * - `tooManyParticipants`, `tooManyConversations`, `notAllowed`: what the server's policy allows
 * - `alreadyThere`: the user is in it already; `notFound`: there is no such meeting
 * - `tooManyGroups`, `notSupported`, `noServer`, `serverFault`: what the server said instead
 * - `connectionLost`: the server forgot the session, or could not be reached
 * - `failed`: anything else
 */
export const conversationEndReasons = [
  'left',
  'otherLeft',
  'removed',
  'denied',
  'ended',
  'lobbyTimeout',
  'tooManyParticipants',
  'tooManyConversations',
  'notAllowed',
  'alreadyThere',
  'notFound',
  'tooManyGroups',
  'notSupported',
  'noServer',
  'serverFault',
  'connectionLost',
  'failed',
] as const;

export type ConversationEndReason = (typeof conversationEndReasons)[number];

/** The user as a participant. */
export interface ConversationSelf {
  readonly role: Role;
  readonly organizer: boolean;
  /** By the server: nobody hears or sees the user, whatever their own device does. */
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  /** The server offers to take its mute back. */
  readonly canUnmuteAudio: boolean;
  readonly canUnmuteVideo: boolean;
}

/** Where to call to take part in a meeting by phone. */
export interface MeetingDialIn {
  readonly conferenceId: string | null;
  readonly tollNumber: string | null;
  readonly tollFreeNumbers: readonly string[];
  /** Page with the numbers of all regions. */
  readonly directoryUrl: string | null;
}

/** The meeting that a conversation is. */
export interface MeetingInfo {
  readonly joinUrl: string | null;
  readonly conferenceId: string | null;
  readonly organizer: PersonRef | null;
  /** Attendees are muted and cannot unmute themselves. */
  readonly audienceMute: boolean;
  /** Attendees can write messages. */
  readonly audienceMessaging: boolean;
  readonly dialIn: MeetingDialIn | null;
}

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
  /** Add sound, or sound and picture. */
  readonly call: boolean;
  readonly videoCall: boolean;
  /** Call the other one of two from the user's own phone. */
  readonly callOnPhone: boolean;
  readonly leave: boolean;
  /** Send everybody home, then leave. */
  readonly end: boolean;
  /** Somebody can be muted. */
  readonly muteAll: boolean;
  /** Mute the attendees and keep them so, or let them speak again. */
  readonly setAudienceMute: boolean;
  readonly setAudienceMessaging: boolean;
  /** Somebody in the lobby can be let in, or be turned away. */
  readonly admitAll: boolean;
  readonly rejectAll: boolean;
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
  /** UCWA's name for a talk that may go on later; null until the server told. */
  readonly threadId: string | null;
  readonly startedAtMs: number;
  /** When it first came about on both sides, or the user was let in; null before. */
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: ConversationEndReason | null;
  /** Who ended the meeting or removed the user; null where that is not known for sure. */
  readonly endedBy: PersonRef | null;
  /** Null until the server told of the user's own part. */
  readonly self: ConversationSelf | null;
  /** Null in a conversation of two. */
  readonly meeting: MeetingInfo | null;
  readonly messaging: 'Disconnected' | 'Connecting' | 'Connected';
  readonly invitation: ConversationInvitation | null;
  readonly messages: readonly ChatMessage[];
  /** How many messages came since the user last looked. */
  readonly unread: number;
  /** While an invitation or messages of others wait for the user, and alert. */
  readonly alert: AlertPlan | null;
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
  call: false,
  videoCall: false,
  callOnPhone: false,
  leave: false,
  end: false,
  muteAll: false,
  setAudienceMute: false,
  setAudienceMessaging: false,
  admitAll: false,
  rejectAll: false,
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
  threadId: null,
  connectedAtMs: null,
  endedAtMs: null,
  endReason: null,
  endedBy: null,
  self: null,
  meeting: null,
  messaging: 'Disconnected',
  invitation: null,
  messages: [],
  unread: 0,
  alert: null,
  invited: [],
  can: noConversationActions,
  ...known,
});
