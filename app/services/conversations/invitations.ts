import type { CallOutcome } from '../../domain/call-outcome.ts';
import type { Conversation, ConversationInvitation } from '../../domain/conversation.ts';
import { endConversation, settleInvitation } from '../../domain/conversation-machine.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { UcwaEvent, UcwaReason } from '../../ucwa/events/ucwa-event.ts';
import { type ReadResource, readResource } from '../../ucwa/follow/read-resource.ts';
import { embeddedOne, link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readParticipant } from '../../ucwa/resources/participant.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { outcomeOfFailure } from '../calls/outcome.ts';
import { describeUcwaError } from '../command-failure.ts';
import { namedBy, personOfLink, personRef } from '../people/person-ref.ts';
import {
  type ConversationContext,
  failOutbox,
  openRecord,
  settleMessage,
  tryGet,
} from './conversation-context.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';
import { endReasonOfError, toldEndReason } from './end-reason.ts';
import type { IncomingMessages } from './incoming-messages.ts';

type InvitationName = 'messagingInvitation' | 'onlineMeetingInvitation';
type ReadInvitation = ReadResource<'messagingInvitation'> | ReadResource<'onlineMeetingInvitation'>;

const kinds = {
  messagingInvitation: 'messaging',
  onlineMeetingInvitation: 'onlineMeeting',
} as const satisfies Record<InvitationName, ConversationInvitation['kind']>;

/** What is told of invitations to chat and into meetings, from both sides. */
export class Invitations {
  readonly #context: ConversationContext;
  readonly #incomingMessages: IncomingMessages;

  constructor(context: ConversationContext, incomingMessages: IncomingMessages) {
    this.#context = context;
    this.#incomingMessages = incomingMessages;
  }

  /** An event about one of them. @param record the conversation it belongs to, if it is known */
  told(
    name: InvitationName,
    record: ConversationRecord | null,
    event: UcwaEvent,
    resource: Resource,
  ): ConversationRecord | null {
    const invitation = readResource(name, resource);
    const isOver = event.type === 'completed' || event.type === 'deleted';
    let told = record;
    this.#context.board.together(() => {
      told ??= isOver ? null : this.#appear(invitation);
      if (told === null) return;
      this.#remember(told, name, invitation, event.link.href);
      if (isOver) this.#completed(told, name, event, invitation);
    });
    return told;
  }

  /** Events were lost: an invitation that nobody decided, as far as is known, may be decided. */
  readAgain(record: ConversationRecord, resource: Resource): void {
    const { kind } = this.#context.board.get(record.id)?.invitation ?? {};
    if (kind === undefined) return;
    const name = kind === 'messaging' ? 'messagingInvitation' : 'onlineMeetingInvitation';
    const invitation = readResource(name, resource);
    const status = decided(invitation.values.state);
    this.#context.board.together(() => {
      this.#remember(record, name, invitation, resource.href ?? record.invitationHref ?? '');
      if (status !== null) {
        this.#completed(record, name, { type: 'completed', status, reason: null }, invitation);
      }
    });
  }

  /** A request to start or join failed: there is no conversation. */
  failed(record: ConversationRecord, error: unknown): void {
    this.#context.logger.info('A conversation could not be started', { error });
    const { board, clock } = this.#context;
    board.together(() => {
      this.settle(record, outcomeOfError(error));
      failOutbox(this.#context, record);
      board.edit(record, (conversation) =>
        endConversation(conversation, endReasonOfError(error), clock.nowMs()),
      );
    });
  }

  settle(record: ConversationRecord, outcome: CallOutcome): void {
    this.#context.board.edit(record, (conversation) => settleInvitation(conversation, outcome));
  }

  /** An invitation of somebody else that nobody knew of yet. */
  #appear(invitation: ReadInvitation): ConversationRecord | null {
    const { direction, state } = invitation.values;
    const isOpen = state === null || state === 'Connecting' || state === 'Alerting';
    if (direction !== 'Incoming' || !isOpen) return null;
    return openRecord(this.#context, { state: 'Incoming' });
  }

  #remember(
    record: ConversationRecord,
    name: InvitationName,
    invitation: ReadInvitation,
    href: string,
  ): void {
    const { board } = this.#context;
    const { resource, values } = invitation;
    const isIncoming = values.direction === 'Incoming';
    // Of the user's own it is known since they were sent.
    const isNew = isIncoming && !isHref(record.invitationHref, href);
    record.invitation = resource;
    record.invitationHref = href;
    record.conversationHref ??= link(resource, 'conversation')?.href ?? null;
    const from = isIncoming ? this.#from(resource) : null;
    const to = isIncoming ? null : (link(resource, 'to')?.title ?? null);
    board.edit(record, (before) => ({
      ...before,
      remote: before.remote === null ? from : namedBy(before.remote, to),
      subject: values.subject ?? before.subject,
      importance: importanceOf(values.importance) ?? before.importance,
      threadId: values.threadId ?? before.threadId,
      onlineMeetingUri: uriOf(invitation) ?? before.onlineMeetingUri,
      invitation: isNew
        ? { kind: kinds[name], direction: 'Incoming', outcome: null }
        : before.invitation,
      alert: isNew ? this.#alertFor(name, values.importance) : before.alert,
    }));
    if (!isIncoming) return;
    if (isNew) record.accepted = false;
    if (isNew) this.#incomingMessages.ofInvitation(record, values.message);
    if (from?.uri === '') void this.#completeFrom(record, resource);
  }

  #alertFor(name: InvitationName, importance: string | null): Conversation['alert'] {
    const kind = name === 'onlineMeetingInvitation' ? 'meeting' : 'message';
    return this.#context.alertFor(kind, importanceOf(importance) ?? 'Normal');
  }

  #from(resource: Resource): PersonRef | null {
    const embedded = embeddedOne(resource, 'from');
    if (embedded === null) return personOfLink(link(resource, 'from'));
    const { uri, name } = readParticipant(embedded);
    return personRef(uri, name, this.#context.people());
  }

  async #completeFrom(record: ConversationRecord, resource: Resource): Promise<void> {
    const href = link(resource, 'from')?.href;
    const participant = href === undefined ? null : await tryGet(this.#context, href);
    if (participant === null) return;
    const { uri, name } = readParticipant(participant);
    this.#context.board.edit(record, (conversation) => ({
      ...conversation,
      remote: personRef(uri, name, this.#context.people()),
    }));
  }

  #completed(
    record: ConversationRecord,
    name: InvitationName,
    event: Pick<UcwaEvent, 'type' | 'status' | 'reason'>,
    { resource, values }: ReadInvitation,
  ): void {
    const direction = values.direction === 'Outgoing' ? 'Outgoing' : 'Incoming';
    const isOwn = direction === 'Outgoing';
    const isFailure = event.status === 'Failure' || event.type === 'deleted';
    if (isOwn && record.own?.purpose === 'addMessaging') record.addingMessaging = false;
    // To ask for the messages of a meeting is one thing, to join it another.
    if (this.#context.board.get(record.id)?.invitation?.kind === kinds[name]) {
      const acceptedBy = personOfLink(link(resource, 'acceptedByContact'));
      // Whom nobody lets in though they accepted missed nothing.
      const side = record.accepted ? 'Outgoing' : direction;
      const failure = () => outcomeOfFailure({ direction: side, reason: event.reason, acceptedBy });
      const isTaken = isOwn || record.accepted;
      const success: CallOutcome = isTaken
        ? { kind: 'answered' }
        : { kind: 'answeredElsewhere', by: acceptedBy };
      this.settle(record, isFailure ? failure() : success);
    }
    const isComing = isOwn || record.accepted;
    if (isComing && isFailure && name === 'onlineMeetingInvitation') {
      this.#notLetIn(record, event.reason);
    }
    if (!isOwn) return;
    if (isFailure) failOutbox(this.#context, record);
    else this.#deliverCarried(record);
  }

  /** The invitation says why the user does not come into the meeting; that it is over comes next. */
  #notLetIn(record: ConversationRecord, reason: UcwaReason | null): void {
    this.#context.board.edit(record, (before) => ({
      ...before,
      endReason: before.endReason ?? toldEndReason(reason, before),
    }));
  }

  #deliverCarried(record: ConversationRecord): void {
    const { carriedMessageId } = record;
    record.carriedMessageId = null;
    if (carriedMessageId === null) return;
    settleMessage(this.#context, record, carriedMessageId, 'delivered');
  }
}

/** What a completed event would have told; null while it is open. */
function decided(state: string | null): 'Success' | 'Failure' | null {
  if (state === 'Connected') return 'Success';
  return state === 'Cancelled' || state === 'Declined' || state === 'Failed' ? 'Failure' : null;
}

const uriOf = (invitation: ReadInvitation): string | null =>
  'onlineMeetingUri' in invitation.values ? invitation.values.onlineMeetingUri : null;

export function importanceOf(told: string | null): Conversation['importance'] | null {
  return told === 'Normal' || told === 'Urgent' || told === 'Emergency' ? told : null;
}

function outcomeOfError(error: unknown): CallOutcome {
  if (!(error instanceof UcwaError)) return { kind: 'failed', reason: 'unknown', detail: null };
  if (error.kind === 'ucwa') {
    return outcomeOfFailure({ direction: 'Outgoing', reason: error.reason, acceptedBy: null });
  }
  const reason =
    error.kind === 'transport'
      ? 'network'
      : error.kind === 'missing-link'
        ? 'not-allowed'
        : 'server';
  return { kind: 'failed', reason, detail: describeUcwaError(error) };
}
