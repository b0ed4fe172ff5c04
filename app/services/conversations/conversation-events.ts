import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { stringProperty } from '../../ucwa/hypermedia/properties.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import type { ConversationEndings } from './conversation-endings.ts';
import type { ConversationReader } from './conversation-reader.ts';
import { type ConversationRecord, HrefMap } from './conversation-record.ts';
import type { IncomingMessages } from './incoming-messages.ts';
import type { Invitations } from './invitations.ts';
import type { InvitedPeople } from './invited-people.ts';
import { leaveConversation } from './leave-conversation.ts';
import type { MeetingReader } from './meeting-reader.ts';
import type { OutgoingMessages } from './outgoing-messages.ts';
import type { OwnParticipant } from './own-participant.ts';
import { isMediaRel, type ParticipantMediaReader } from './participant-media.ts';
import type { Participants } from './participants.ts';
import { uniteRecords } from './unite-records.ts';

export interface ConversationHandlers {
  readonly reader: ConversationReader;
  readonly endings: ConversationEndings;
  readonly invitations: Invitations;
  readonly incoming: IncomingMessages;
  readonly outgoing: OutgoingMessages;
  readonly participants: Participants;
  readonly own: OwnParticipant;
  readonly media: ParticipantMediaReader;
  readonly meeting: MeetingReader;
  readonly invited: InvitedPeople;
}

type PartRel = 'messaging' | 'audioVideo' | 'phoneAudio' | 'onlineMeeting';

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
      case 'audioVideo':
      case 'phoneAudio':
      case 'onlineMeeting':
        return this.#part(event.link.rel, event);
      case 'message':
        return this.#message(event);
      case 'participant':
      case 'localParticipant':
      case 'participantAudio':
      case 'participantVideo':
      case 'participantApplicationSharing':
        return this.#people(event.link.rel, event);
    }
  }

  /** The answer to a request tells where an invitation is: what was told of it before is due. */
  async invitationKnown(href: string): Promise<void> {
    const event = this.#early.get(href);
    this.#early.delete(href);
    if (event !== null) await this.handle(event);
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
    // The user had left before the server told where it is.
    if (told?.left === true && told.conversationHref !== null)
      leaveConversation(this.#context, told);
  }

  async #participantInvitation(event: UcwaEvent): Promise<void> {
    const resource = await this.#resourceOf(event);
    if (resource === null) return;
    const record = this.#context.board.byConversation(link(resource, 'conversation')?.href);
    if (record !== null) this.#handlers.invited.told(record, event, resource);
  }

  async #conversation(event: UcwaEvent): Promise<void> {
    const { endings, reader } = this.#handlers;
    const { href } = event.link;
    const known = this.#context.board.byConversation(href);
    if (event.type === 'deleted') {
      if (known !== null) endings.ended(known, event.reason);
      return;
    }
    if (known === null && event.type !== 'added') return;
    const resource = await this.#resourceOf(event);
    if (resource === null) return;
    if (known === null) return reader.adopt(href, resource);
    endings.told(known, event.reason);
    await reader.told(known, resource);
  }

  /** A part of a conversation that is there once, or not: what it is now counts, no order. */
  async #part(rel: PartRel, event: UcwaEvent): Promise<void> {
    const { meeting, reader } = this.#handlers;
    const told = await this.#partOf(event);
    if (told === null) return;
    const { record, resource } = told;
    if (rel === 'messaging') reader.messagingTold(record, resource);
    else if (rel === 'audioVideo') reader.audioVideoTold(record, resource);
    else if (rel === 'phoneAudio') reader.phoneAudioTold(record, resource);
    else await meeting.told(record, resource);
  }

  async #message(event: UcwaEvent): Promise<void> {
    const { outgoing, incoming } = this.#handlers;
    const told = await this.#partOf(event);
    if (told === null) return;
    const { record, resource } = told;
    const { href } = event.link;
    const { direction } = readResource('message', resource).values;
    if (direction === 'Outgoing') {
      await outgoing.told(record, { href, resource, status: event.status });
    } else if (event.type === 'completed') await incoming.told(record, href, resource);
  }

  async #people(rel: string, event: UcwaEvent): Promise<void> {
    const record = this.#context.board.byConversation(event.sender.href);
    if (record === null) return;
    const { media, own, participants } = this.#handlers;
    if (isMediaRel(rel)) await media.told(record, rel, event);
    else if (rel === 'localParticipant') await own.told(record, event);
    else participants.handle(record, event);
  }

  /** The conversation that tells of a part that it has; null when it tells that it has it no more. */
  #senderOf({ sender, type }: UcwaEvent): ConversationRecord | null {
    return type === 'deleted' ? null : this.#context.board.byConversation(sender.href);
  }

  /** A part with its conversation; null when that is over by the time that the part is there. */
  async #partOf(event: UcwaEvent): Promise<{
    readonly record: ConversationRecord;
    readonly resource: Resource;
  } | null> {
    if (this.#senderOf(event) === null) return null;
    const resource = await this.#resourceOf(event);
    const record = this.#senderOf(event);
    return record === null || resource === null ? null : { record, resource };
  }

  async #resourceOf({ link: { href }, resource }: UcwaEvent): Promise<Resource | null> {
    return resource ?? (await tryGet(this.#context, href));
  }
}
