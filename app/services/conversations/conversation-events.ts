import type {
  Conversation,
  ConversationEndReason,
  ConversationState,
} from '../../domain/conversation.ts';
import { isMoreThanCall } from '../../domain/conversation-kind.ts';
import {
  endConversation,
  moveConversation,
  settleInvitation,
} from '../../domain/conversation-machine.ts';
import type { UcwaEvent, UcwaReason } from '../../ucwa/events/ucwa-event.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { stringProperty } from '../../ucwa/hypermedia/properties.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import {
  type ConversationContext,
  failSending,
  openRecord,
  tryGet,
} from './conversation-context.ts';
import { type ConversationRecord, detachRecord, HrefMap } from './conversation-record.ts';
import { likelyEndReason, toldEndReason } from './end-reason.ts';
import type { IncomingMessages } from './incoming-messages.ts';
import { type Invitations, importanceOf } from './invitations.ts';
import type { InvitedPeople } from './invited-people.ts';
import type { MeetingReader } from './meeting-reader.ts';
import type { OutgoingMessages } from './outgoing-messages.ts';
import type { OwnParticipant } from './own-participant.ts';
import { isMediaRel, type ParticipantMediaReader } from './participant-media.ts';
import type { Participants } from './participants.ts';
import { uniteRecords } from './unite-records.ts';

export interface ConversationHandlers {
  readonly invitations: Invitations;
  readonly incoming: IncomingMessages;
  readonly outgoing: OutgoingMessages;
  readonly participants: Participants;
  readonly own: OwnParticipant;
  readonly media: ParticipantMediaReader;
  readonly meeting: MeetingReader;
  readonly invited: InvitedPeople;
  /** The server told where a conversation is that the user has left before. */
  readonly leave: (record: ConversationRecord) => void;
}

/**
 * Leads each event to the conversation it is about. One event is done with before the next begins,
 * also when its resource has to be read first, so that the order of the server is kept.
 */
export class ConversationEvents {
  readonly #context: ConversationContext;
  readonly #handlers: ConversationHandlers;
  /** Ends of invitations whose address is not known yet. */
  readonly #early = new HrefMap<UcwaEvent>();

  constructor(context: ConversationContext, handlers: ConversationHandlers) {
    this.#context = context;
    this.#handlers = handlers;
  }

  reset(): void {
    this.#early.clear();
  }

  async handle(event: UcwaEvent): Promise<void> {
    switch (event.link.rel) {
      case 'messagingInvitation':
      case 'onlineMeetingInvitation':
        return this.#invitation(event.link.rel, event);
      case 'participantInvitation':
        return this.#participantInvitation(event);
      case 'conversation':
        return this.#conversation(event);
      case 'messaging':
        return this.#messaging(event);
      case 'audioVideo':
        return this.#audioVideo(event);
      case 'message':
        return this.#message(event);
      case 'onlineMeeting':
        return this.#onlineMeeting(event);
      case 'participant':
      case 'localParticipant':
      case 'participantAudio':
      case 'participantVideo':
      case 'participantApplicationSharing':
        return this.#people(event.link.rel, event);
    }
  }

  async #people(rel: string, event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null) return;
    const { media, own, participants } = this.#handlers;
    if (isMediaRel(rel)) await media.told(record, rel, event);
    else if (rel === 'localParticipant') await own.told(record, event);
    else participants.handle(record, event);
  }

  /** The answer to a request tells where an invitation is: what was told of it before is due. */
  async invitationKnown(href: string): Promise<void> {
    const event = this.#early.get(href);
    this.#early.delete(href);
    if (event !== null) await this.handle(event);
  }

  /** A conversation that is there, of whatever kind; nothing is known yet of how it came about. */
  async adopt(href: string, resource: Resource): Promise<void> {
    const state = stateOf(readResource('conversation', resource).values.state);
    const record = openRecord(this.#context, { state: state ?? 'Connecting' });
    record.conversationHref = href;
    await this.conversationTold(record, resource);
  }

  /** What the server says of a conversation now. */
  async conversationTold(record: ConversationRecord, resource: Resource): Promise<void> {
    const { values } = readResource('conversation', resource);
    const { board, clock } = this.#context;
    record.conversation = resource;
    board.edit(record, (before) => ({
      ...moveConversation(before, stateOf(values.state) ?? before.state, clock.nowMs()),
      subject: values.subject ?? before.subject,
      importance: importanceOf(values.importance) ?? before.importance,
      threadId: values.threadId ?? before.threadId,
    }));
    this.#handlers.meeting.conversationTold(record);
    await this.needModalities(record);
    await this.#needMeeting(record);
  }

  /** What the user is in a meeting, and what the meeting is, where no event told of it. */
  async #needMeeting(record: ConversationRecord): Promise<void> {
    const conversation = this.#context.board.get(record.id);
    if (conversation?.state !== 'Conferenced') return;
    if (conversation.self === null) await this.#handlers.own.read(record);
    await this.#handlers.meeting.need(record);
  }

  /** What the server says of the messages of a conversation now. */
  messagingTold(record: ConversationRecord, resource: Resource): void {
    const { state } = readResource('messaging', resource).values;
    record.messaging = resource;
    if (state === 'Connected') record.addingMessaging = false;
    const messaging = messagingStates.find((each) => each === state) ?? 'Disconnected';
    this.#context.board.edit(record, (before) => ({
      ...before,
      messaging,
      typing: messaging === 'Connected' ? before.typing : [],
    }));
    this.#joinMessages(record);
    this.#handlers.outgoing.messagingChanged(record);
  }

  async #invitation(
    name: 'messagingInvitation' | 'onlineMeetingInvitation',
    event: UcwaEvent,
  ): Promise<void> {
    const { board } = this.#context;
    const { href } = event.link;
    const resource =
      event.resource ?? (await tryGet(this.#context, href)) ?? board.byInvitation(href)?.invitation;
    if (resource == null) {
      this.#early.set(href, event);
      return;
    }
    const operationId = stringProperty(resource, 'operationId');
    const own = board.byOperation(operationId) ?? board.byInvitation(href);
    const conversationHref = link(resource, 'conversation')?.href;
    if (own !== null) uniteRecords(this.#context, own, conversationHref);
    const record = own ?? board.byConversation(conversationHref);
    const told = this.#handlers.invitations.told(name, record, event, resource);
    if (told?.left === true && told.conversationHref !== null) this.#handlers.leave(told);
  }

  async #participantInvitation(event: UcwaEvent): Promise<void> {
    const resource = event.resource ?? (await tryGet(this.#context, event.link.href));
    if (resource === null) return;
    const record = this.#context.board.byConversation(link(resource, 'conversation')?.href);
    if (record !== null) this.#handlers.invited.told(record, event, resource);
  }

  async #conversation(event: UcwaEvent): Promise<void> {
    const { board } = this.#context;
    const { href } = event.link;
    const known = board.byConversation(href);
    if (event.type === 'deleted') {
      if (known !== null) this.ended(known, event.reason);
      return;
    }
    if (known === null && event.type !== 'added') return;
    const resource = event.resource ?? (await tryGet(this.#context, href));
    if (resource === null) return;
    if (known === null) return this.adopt(href, resource);
    this.#endTold(known, event.reason);
    await this.conversationTold(known, resource);
  }

  /** The server keeps it no more. @param reason what the server says about it */
  ended(
    record: ConversationRecord,
    reason: UcwaReason | null = null,
    likely: ConversationEndReason | null = null,
  ): void {
    const { board, clock } = this.#context;
    board.together(() => {
      this.#endTold(record, reason);
      failSending(this.#context, record);
      detachRecord(record);
      board.edit(record, (before) =>
        endConversation(settleLost(before), likely ?? likelyEndReason(before), clock.nowMs()),
      );
    });
    this.forgetEmpty(record);
  }

  /** The user is in it no more, or soon will not be, and the server says why. */
  #endTold(record: ConversationRecord, reason: UcwaReason | null): void {
    if (reason === null) return;
    this.#context.board.edit(record, (before) => ({
      ...before,
      endReason: before.endReason ?? toldEndReason(reason, before),
    }));
  }

  /** Where nothing was said, nothing is kept once it is over, or its call is. */
  forgetEmpty(record: ConversationRecord): void {
    const { board } = this.#context;
    const conversation = board.get(record.id);
    if (conversation === null || isMoreThanCall(conversation) || board.hasCall(record.id)) return;
    const isOver = conversation.state === 'Ended' || record.conversationHref === null;
    if (isOver) board.remove(record.id);
  }

  async #messaging(event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null || event.type === 'deleted') return;
    const resource = event.resource ?? (await tryGet(this.#context, event.link.href));
    if (resource !== null) this.messagingTold(record, resource);
  }

  async #audioVideo(event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null || event.type === 'deleted') return;
    const resource = event.resource ?? (await tryGet(this.#context, event.link.href));
    if (resource !== null) this.#audioVideoTold(record, resource);
  }

  #audioVideoTold(record: ConversationRecord, resource: Resource): void {
    record.audioVideo = resource;
    this.#context.board.edit(record, (before) => before);
  }

  async #message(event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null || event.type === 'deleted') return;
    const { href } = event.link;
    const resource = event.resource ?? (await tryGet(this.#context, href));
    if (resource === null) return;
    const { direction } = readResource('message', resource).values;
    const { outgoing, incoming } = this.#handlers;
    if (direction === 'Outgoing')
      await outgoing.told(record, { href, resource, status: event.status });
    else if (event.type === 'completed') await incoming.told(record, href, resource);
  }

  async #onlineMeeting(event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null || event.type === 'deleted') return;
    const resource = event.resource ?? (await tryGet(this.#context, event.link.href));
    if (resource === null) return;
    await this.#handlers.meeting.told(record, resource);
  }

  /** What can be done about messages, sound and picture is read where no event told of it. */
  async needModalities(record: ConversationRecord): Promise<void> {
    const { conversation } = record;
    const state = this.#context.board.get(record.id)?.state;
    if (conversation === null || (state !== 'Connected' && state !== 'Conferenced')) return;
    const messaging = await this.#needed(record.messaging, conversation, 'messaging');
    if (messaging !== null) this.messagingTold(record, messaging);
    else this.#joinMessages(record);
    const audioVideo = await this.#needed(record.audioVideo, conversation, 'audioVideo');
    if (audioVideo !== null) this.#audioVideoTold(record, audioVideo);
  }

  async #needed(
    known: Resource | null,
    conversation: Resource,
    rel: 'messaging' | 'audioVideo',
  ): Promise<Resource | null> {
    const href = link(conversation, rel)?.href;
    return known !== null || href === undefined ? null : tryGet(this.#context, href);
  }

  /** Who joins a meeting joins its messages, once: they are a modality of their own. */
  #joinMessages(record: ConversationRecord): void {
    const { messaging } = record;
    const isMeeting = this.#context.board.get(record.id)?.state === 'Conferenced';
    if (!isMeeting || record.askedForMessaging || messaging === null) return;
    record.askedForMessaging = true;
    this.#handlers.outgoing.addMessaging(record);
  }
}

/** How an invitation ended was among events that were lost. */
const settleLost = (conversation: Conversation): Conversation =>
  settleInvitation(
    conversation,
    conversation.invitation?.direction === 'Incoming'
      ? { kind: 'missed' }
      : { kind: 'failed', reason: 'server', detail: null },
  );

const messagingStates = ['Connected', 'Connecting'] as const;

const states = new Set<string>([
  'Connecting',
  'Incoming',
  'Connected',
  'Conferencing',
  'InLobby',
  'Conferenced',
  'Disconnected',
] satisfies ConversationState[]);

const isState = (told: string): told is ConversationState => states.has(told);

/** Null for what came later than this client, and for the passing `Disconnecting`. */
const stateOf = (told: string | null): ConversationState | null =>
  told !== null && isState(told) ? told : null;
