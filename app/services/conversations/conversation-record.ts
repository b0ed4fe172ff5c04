import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { Exclusive } from '../calls/exclusive.ts';

/** What an invitation of ours is for; its operation names it until its address is known. */
export interface OwnInvitation {
  readonly operationId: string;
  readonly purpose: 'start' | 'join' | 'addMessaging';
}

/** A message that an event tells of. */
export interface ToldMessage {
  readonly href: string;
  readonly resource: Resource;
  /** The event's own; null for one that is no outcome. */
  readonly status: 'Success' | 'Failure' | null;
}

/** How many addresses of one kind are remembered for a conversation. */
const maxRemembered = 1000;

/**
 * Values by address, in whatever case servers write it, or by operation. What was told first is
 * forgotten when they grow too many.
 */
export class HrefMap<Value> {
  readonly #entries = new Map<string, readonly [href: string, value: Value]>();

  get(href: string): Value | null {
    return this.#entries.get(hrefKey(href))?.[1] ?? null;
  }

  set(href: string, value: Value): void {
    const key = hrefKey(href);
    this.#entries.delete(key);
    this.#entries.set(key, [href, value]);
    if (this.#entries.size <= maxRemembered) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  delete(href: string): void {
    this.#entries.delete(hrefKey(href));
  }

  /** As they were set, addresses as they were written. */
  get entries(): readonly (readonly [href: string, value: Value])[] {
    return [...this.#entries.values()];
  }

  clear(): void {
    this.#entries.clear();
  }
}

/** What the server side of one conversation looks like: never a part of the domain's value. */
export interface ConversationRecord {
  readonly id: string;
  /** The newest representations; null when not known (yet, or any more). */
  conversation: Resource | null;
  conversationHref: string | null;
  messaging: Resource | null;
  audioVideo: Resource | null;
  phoneAudio: Resource | null;
  /** The newest invitation of whatever kind that has to do with messages or the meeting. */
  invitation: Resource | null;
  invitationHref: string | null;
  own: OwnInvitation | null;
  /** The user took the incoming invitation here. */
  accepted: boolean;
  /** The user left before the server had told where from. */
  left: boolean;
  /** A request to add messaging is under way. */
  addingMessaging: boolean;
  /** Messages of the meeting were asked for already; what refuses them would refuse again. */
  askedForMessaging: boolean;
  lastTypingMs: number;
  /** When somebody else left last. */
  othersLeftMs: number;
  /** What somebody without an account is called in the meeting, also when it is joined again. */
  anonymousDisplayName: string | null;
  /** The message that the invitation brought along, until the server sends it again as a message. */
  invitationMessageId: string | null;
  /** The message that our invitation carries: its fate is that of the invitation. */
  carriedMessageId: string | null;
  /** Messages that wait until messaging is connected, in order. */
  outbox: string[];
  /** Requests to send messages that are not answered yet. */
  sending: number;
  /** Message ids by operation, and by address. */
  readonly messageOfOperation: HrefMap<string>;
  readonly messageOfHref: HrefMap<string>;
  /** Own messages that an event told of before the request for one was answered. */
  readonly earlyMessages: HrefMap<ToldMessage>;
  /** Ids of participants by address. */
  readonly participantOfHref: HrefMap<string>;
  /** Addresses of participants by that of one of their media. */
  readonly ownerOfMedium: HrefMap<string>;
  /** The newest `participantAudio` and `participantVideo` by the participant's id: who can be muted. */
  readonly audioOfParticipant: Map<string, Resource>;
  readonly videoOfParticipant: Map<string, Resource>;
  /** The user's own `localParticipant`, and their `participantAudio` and `participantVideo`. */
  localHref: string | null;
  localAudio: Resource | null;
  localVideo: Resource | null;
  /** Those asked in by operation and by address of the invitation. */
  readonly invitedOfKey: HrefMap<string>;
  /** Sends one message after the other. */
  readonly sender: Exclusive;
}

export function createConversationRecord(id: string): ConversationRecord {
  return {
    id,
    conversation: null,
    conversationHref: null,
    messaging: null,
    audioVideo: null,
    phoneAudio: null,
    invitation: null,
    invitationHref: null,
    own: null,
    accepted: false,
    left: false,
    addingMessaging: false,
    askedForMessaging: false,
    lastTypingMs: Number.NEGATIVE_INFINITY,
    othersLeftMs: Number.NEGATIVE_INFINITY,
    anonymousDisplayName: null,
    invitationMessageId: null,
    carriedMessageId: null,
    outbox: [],
    sending: 0,
    messageOfOperation: new HrefMap(),
    messageOfHref: new HrefMap(),
    earlyMessages: new HrefMap(),
    participantOfHref: new HrefMap(),
    ownerOfMedium: new HrefMap(),
    audioOfParticipant: new Map(),
    videoOfParticipant: new Map(),
    localHref: null,
    localAudio: null,
    localVideo: null,
    invitedOfKey: new HrefMap(),
    sender: new Exclusive(),
  };
}

/** The server knows nothing of it any more; addresses and links lead nowhere. */
export function detachRecord(record: ConversationRecord): void {
  record.conversation = null;
  record.conversationHref = null;
  record.messaging = null;
  record.audioVideo = null;
  record.phoneAudio = null;
  record.invitation = null;
  record.invitationHref = null;
  record.own = null;
  record.accepted = false;
  record.addingMessaging = false;
  record.askedForMessaging = false;
  record.invitationMessageId = null;
  record.carriedMessageId = null;
  record.outbox = [];
  for (const map of [
    record.messageOfOperation,
    record.messageOfHref,
    record.participantOfHref,
    record.invitedOfKey,
  ]) {
    map.clear();
  }
  record.earlyMessages.clear();
  record.ownerOfMedium.clear();
  record.audioOfParticipant.clear();
  record.videoOfParticipant.clear();
  record.localHref = null;
  record.localAudio = null;
  record.localVideo = null;
}

/** Whether `href` is the address in `known`, in whatever case. */
export const isHref = (known: string | null, href: string | null | undefined): boolean =>
  known !== null && href != null && hrefKey(known) === hrefKey(href);
