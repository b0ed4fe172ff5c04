import type { OutgoingEvent, Reason } from '../events/event.ts';
import type { EventChannel } from '../events/event-channel.ts';
import type { JsonObject } from './json.ts';
import type {
  AvModality,
  ModalityState,
  Negotiation,
  PhoneAudio,
  Session,
} from './media-session.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import type { Messaging } from './messaging.ts';
import type { BridgedParticipant } from './seat.ts';
import type { ContactsSubscription, PresenceSubscription } from './subscriptions.ts';
import type { Telephone } from './telephone-network.ts';
import type { CancelTimer } from './timers.ts';
import type { Account, Idleness, InvitationDecoration, Peer } from './user-account.ts';

/** Where the hosted service posts the events of conversations to. */
export interface Callbacks {
  /** Whether the client hears of what happens without asking. */
  readonly inUse: boolean;
  /** From now on this conversation's events go to `url`, those included that this turn brought. */
  direct(conversation: Conversation, url: string | undefined): void;
  push(outgoing: OutgoingEvent): void;
  stop(): void;
}

/** One signed-in endpoint of a user. */
export interface Application {
  readonly id: string;
  /** `/ucwa/oauth/v1/applications/<id>`, whichever dialect the client sees it in. */
  readonly base: string;
  /** `hosted`: the client speaks the dialect of the hosted service, under other addresses. */
  readonly dialect: 'ucwa' | 'hosted';
  readonly account: Account;
  readonly endpointId: string;
  readonly culture: string;
  readonly userAgent: string;
  readonly type: string;
  /** Whether events carry media resources or only link to them. */
  readonly embedsMedia: boolean;
  /** Event channels by instanceId; '' is the channel of a client that named none. */
  readonly channels: Map<string, EventChannel>;
  readonly conversations: Map<string, Conversation>;
  readonly invitations: Map<string, Invitation>;
  readonly subscriptions: Map<string, PresenceSubscription>;
  readonly contactsSubscription: ContactsSubscription;
  available: boolean;
  /** How long its user has not been active here. */
  idleness: Idleness;
  /** How long until the user counts as inactive. */
  inactiveTimeoutMs: number;
  cancelIdleTimer: CancelTimer;
  supportedModalities: readonly string[];
  supportedMessageFormats: readonly string[];
  audioPreference: string;
  phoneNumber: string | undefined;
  /** Whether what is said here is kept. */
  conversationHistory: string;
  etag: string;
  cancelExpiry: CancelTimer;
  /** Undefined in UCWA. */
  callbacks: Callbacks | undefined;
}

export type ConversationState =
  | 'Incoming'
  | 'Connecting'
  | 'Connected'
  | 'Conferencing'
  | 'Conferenced'
  | 'InLobby'
  | 'Disconnected';

/** A user's own view of talking with another person, or with several in a meeting. */
export interface Conversation {
  readonly id: string;
  readonly application: Application;
  /** The other person; in a meeting whoever invited the user, or the meeting itself. */
  peer: Peer;
  readonly importance: string;
  readonly subject: string;
  readonly threadId: string;
  readonly createdMs: number;
  readonly localParticipantId: string;
  remoteParticipantId: string;
  state: ConversationState;
  /** Set once the other person has joined. */
  joined: boolean;
  /** Whether the user has acknowledged what is in it. */
  readLocally: boolean;
  /** The user's place in a meeting, from the moment this conversation became one. */
  attendance: Attendance | undefined;
  audioVideo: AudioVideo;
  phoneAudio: PhoneAudio;
  messaging: Messaging;
  /** The way from here into a meeting, opened by a client of the hosted service. */
  bridge: ConversationBridge | undefined;
}

/** Lets the other side of a conversation read and write in a meeting without being in it. */
export interface ConversationBridge {
  readonly meeting: Meeting;
  readonly etag: string;
  /** Who of the meeting is seen on the other side, by address in lower case. */
  readonly participants: Map<string, BridgedParticipant>;
}

export interface AudioVideo {
  state: ModalityState;
  /** Whether the medium goes through the meeting's media server; else straight to the other person. */
  viaMeeting: boolean;
  modalities: readonly AvModality[];
  session: Session | undefined;
  invitation: Invitation | undefined;
}

export interface Invitation {
  readonly id: string;
  readonly kind: 'audioVideo' | 'messaging' | 'onlineMeeting' | 'participant' | 'phoneAudio';
  readonly conversation: Conversation;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly operationId: string | undefined;
  readonly sessionContext: string | undefined;
  readonly toUri: string;
  /** Display name of whom it is for. */
  readonly toName: string;
  readonly joinAudioMuted: boolean | undefined;
  readonly joinVideoMuted: boolean | undefined;
  /** `data:` URI of the offer, in the form the receiver gets. */
  readonly mediaOffer: string | undefined;
  /** Content-IDs of a multipart offer's parts. */
  readonly offerContentIds: readonly string[];
  readonly decoration: InvitationDecoration;
  /** The user's own number that rings, `tel:`. */
  readonly phoneNumber: string | undefined;
  /** Sent in the name of somebody else. */
  readonly delegator: Account | undefined;
  /** Who was called, and sent the call on to the one who is invited now. */
  readonly forwardedBy: Account | undefined;
  /** Whoever handed the call over to the one who invites now. */
  readonly transferredBy: Account | undefined;
  /** The conversation whose call this one takes the place of. */
  readonly replaces: Conversation | undefined;
  /** Somebody else answered what was added to a conversation: they talk in a conversation of their own. */
  derived: Conversation | undefined;
  /** Where an emergency is, in the words of `audioVideoInvitation`. */
  readonly place: JsonObject;
  /** Somebody else took it. */
  acceptedBy: Account | undefined;
  /** The meeting that an `onlineMeeting` or `participant` invitation leads into. */
  readonly meeting: Meeting | undefined;
  readonly message: { readonly format: 'Plain' | 'Html'; readonly text: string } | undefined;
  /** `Alerting`: outgoing, and an endpoint of the callee has been told. */
  state: 'Connecting' | 'Alerting' | 'Connected' | 'Cancelled' | 'Declined' | 'Failed' | 'TeamRing';
  /** Whether the user may still accept or decline (incoming) or cancel (outgoing). */
  open: boolean;
  readonly negotiations: Map<string, Negotiation>;
  accepted: boolean;
  outcome:
    | { readonly status: 'Success' | 'Failure'; readonly reason: Reason | undefined }
    | undefined;
}

/** One endpoint's part in a call. */
export interface CallLeg {
  readonly role: 'caller' | 'callee';
  readonly application: Application;
  readonly conversation: Conversation;
  /** What the person talks through. */
  medium: 'audioVideo' | 'phoneAudio';
  /** The one that brought them to this medium. */
  invitation: Invitation;
  /** The call is about to go on on the telephone. */
  moving: Invitation | undefined;
}

/** What a client of one of two in a call asked for. */
export interface Handover {
  readonly by: CallLeg;
  readonly to: Account;
}

/** A call between two people: the caller's endpoint and every endpoint that rings or rang. */
export interface Call {
  readonly id: string;
  readonly offer: string;
  readonly modalities: readonly AvModality[];
  caller: CallLeg;
  callee: Account | undefined;
  ringing: CallLeg[];
  accepted: CallLeg | undefined;
  state: 'ringing' | 'connected' | 'ended';
  cancelTimeout: CancelTimer;
  /** Ends what the caller hears until somebody takes the call. */
  stopAnnouncement: () => void;
  /** Telephones that ring or are talked on; hung up when the call ends. */
  readonly telephones: Set<Telephone>;
  /** Handed over to somebody: their next call to the other side takes its place. */
  handover: Handover | undefined;
  /** The call that this one takes the place of. */
  readonly replaces: Call | undefined;
  /** The callee's side of the chat that the call is a part of. */
  readonly chat?: Conversation | undefined;
  /** At most one renegotiation at a time. */
  renegotiation:
    | { readonly initiator: CallLeg; readonly id: string; readonly cancelTimeout: CancelTimer }
    | undefined;
}

/** Two conversations between which messages travel. */
export interface Chat {
  readonly id: string;
  readonly caller: { readonly conversation: Conversation; readonly invitation: Invitation };
  ringing: { readonly conversation: Conversation; readonly invitation: Invitation }[];
  accepted: Conversation | undefined;
  state: 'ringing' | 'connected' | 'ended';
  cancelTimeout: CancelTimer;
}

/** A meeting: what holds in it, and who is there. */
export interface Meeting {
  /** The few letters and digits that people know it by. */
  readonly id: string;
  /** `onlineMeetingUri`. */
  readonly uri: string;
  /** Address of the page from which it is joined in a browser. */
  readonly joinUrl: string;
  readonly organizer: Account;
  /** Scheduled meetings outlive those who leave them; others end with the last one. */
  readonly scheduled: boolean;
  /** An administrator gave it to the organizer, who cannot change it. */
  readonly assigned: boolean;
  /** What people on the phone type; undefined where nobody may call in. */
  readonly conferenceId: string | undefined;
  settings: MeetingSettings;
  etag: string;
  /** Attendees are muted and may not unmute themselves. */
  audienceMuteLock: boolean;
  audienceMessaging: boolean;
  /** The source that was given to somebody last. */
  lastSourceId: number;
  /** By participant id. */
  readonly attendances: Map<string, Attendance>;
  /** People asked to come who have not answered. */
  readonly pending: Set<PendingParticipant>;
}

/** One person in a meeting, on one endpoint or several. */
export interface Attendance {
  /** The participant id, the same in everybody's view. */
  readonly id: string;
  readonly meeting: Meeting;
  readonly account: Account;
  readonly conversations: Set<Conversation>;
  role: 'Leader' | 'Attendee';
  inLobby: boolean;
  audioMuted: boolean;
  videoMuted: boolean;
  /** Names them in the sound of the meeting. */
  readonly sourceId: number;
}

/** Somebody who is being asked into a meeting. */
export interface PendingParticipant {
  readonly meeting: Meeting;
  readonly inviter: { readonly conversation: Conversation; readonly invitation: Invitation };
  readonly participantId: string;
  ringing: readonly { readonly conversation: Conversation; readonly invitation: Invitation }[];
  cancelTimeout: CancelTimer;
}
