import type { SandboxUser } from '../user.ts';
import type { CallForwarding } from './call-forwarding.ts';
import type { ContactList } from './contact-list.ts';
import type { ConversationLogs } from './conversation-log.ts';
import type { JsonObject } from './json.ts';
import type { Phone, PhoneType } from './phones.ts';

export interface Presence {
  readonly availability: string;
  /** UCWA's activity token, such as `on-the-phone`. */
  readonly activity?: string;
}

/** What an endpoint says of its user's presence in front of it. */
export type Idleness = 'active' | 'inactive' | 'away';

/** A user with what the server remembers between applications. */
export interface Account {
  /** Lower-cased SIP address: the key for comparing, as hrefs of the real server differ in case. */
  readonly key: string;
  user: SandboxUser;
  /** Somebody who came by a meeting's address alone, without an account of this organisation. */
  readonly anonymous: boolean;
  /** The id of the one meeting that a guest was let in to. */
  readonly guestOf: string | undefined;
  manualPresence: Presence | undefined;
  note: string;
  location: string;
  lastActiveMs: number;
  readonly contactList: ContactList;
  readonly phones: ReadonlyMap<PhoneType, Phone>;
  /** Operations of the user's batches that run now. */
  outstanding: number;
  readonly logs: ConversationLogs;
  forwarding: CallForwarding;
  offerForm: 'sdp' | 'multipart';
  /** Changes made to the next offer delivered to this user. */
  readonly offerTampers: ((sdp: string) => string)[];
  /** Whether callers hear something of the server's until somebody takes the call. */
  announces: boolean;
  /** Extra properties and links for the next invitation delivered to this user. */
  readonly decorations: InvitationDecoration[];
}

export interface InvitationDecoration {
  readonly properties?: JsonObject;
  readonly links?: JsonObject;
}

/** The other side: someone of this server, or an address nobody here answers to. */
export interface Peer {
  readonly uri: string;
  readonly name: string;
  readonly account: Account | undefined;
}
