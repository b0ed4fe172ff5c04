import type { ConversationInvitation } from '../../domain/conversation.ts';
import { restartConversation } from '../../domain/conversation-machine.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { encodeDataUri } from '../../ucwa/hypermedia/data-uri.ts';
import { joinOnlineMeeting, startOnlineMeeting } from '../../ucwa/requests/meetings.ts';
import type { PostResult, UcwaApplication } from '../../ucwa/ucwa-application.ts';
import type { ConversationContext } from './conversation-context.ts';
import {
  type ConversationRecord,
  detachRecord,
  type OwnInvitation,
} from './conversation-record.ts';
import type { Invitations } from './invitations.ts';
import { ownText } from './message-content.ts';

interface Handlers {
  readonly invitations: Invitations;
  /** The address of an invitation of ours became known. */
  readonly invitationKnown: (href: string) => void;
}

/** Conversations that the user starts. What comes of it is told by events. */
export class StartedConversations {
  readonly #context: ConversationContext;
  readonly #handlers: Handlers;

  constructor(context: ConversationContext, handlers: Handlers) {
    this.#context = context;
    this.#handlers = handlers;
  }

  /**
   * Begins anew, in the same conversation for the user.
   * @param messageId a message that is shown, to travel along
   */
  again(record: ConversationRecord, messageId: string | null): void {
    const { board, clock } = this.#context;
    const kind = board.get(record.id)?.invitation?.kind;
    detachRecord(record);
    record.left = false;
    board.edit(record, (conversation) => restartConversation(conversation, clock.nowMs()));
    const restarted = board.get(record.id);
    if (restarted?.onlineMeetingUri != null) void this.join(record);
    else if (kind === 'onlineMeeting' && restarted?.remote == null) void this.startMeeting(record);
    else void this.chat(record, messageId);
  }

  /** Invites the other one to chat. @param messageId a message that is shown, to travel along */
  chat(record: ConversationRecord, messageId: string | null): Promise<void> {
    const conversation = this.#context.board.get(record.id);
    const message = conversation?.messages.find(({ id }) => id === messageId);
    record.carriedMessageId = messageId;
    return this.#begin(record, 'start', 'messaging', ({ client, communication }, operationId) =>
      follow(client, known('communication', communication), 'startMessaging', {
        operationId,
        to: conversation?.remote?.uri ?? '',
        importance: conversation?.importance ?? 'Normal',
        ...(conversation?.subject ? { subject: conversation.subject } : {}),
        ...(conversation?.threadId ? { threadId: conversation.threadId } : {}),
        ...(message === undefined ? {} : { message: dataUriOf(ownText(message.content)) }),
      }),
    );
  }

  join(record: ConversationRecord): Promise<void> {
    const conversation = this.#context.board.get(record.id);
    const { anonymousDisplayName } = record;
    return this.#begin(record, 'join', 'onlineMeeting', ({ client, communication }, operationId) =>
      joinOnlineMeeting(client, communication, {
        operationId,
        onlineMeetingUri: conversation?.onlineMeetingUri ?? '',
        importance: conversation?.importance ?? 'Normal',
        ...(anonymousDisplayName !== null && { anonymousDisplayName }),
      }),
    );
  }

  startMeeting(record: ConversationRecord): Promise<void> {
    const { subject, importance = 'Normal' } = this.#context.board.get(record.id) ?? {};
    return this.#begin(record, 'join', 'onlineMeeting', (application, operationId) =>
      startOnlineMeeting(application, {
        operationId,
        importance,
        ...(subject ? { subject } : {}),
      }),
    );
  }

  async #begin(
    record: ConversationRecord,
    purpose: OwnInvitation['purpose'],
    kind: ConversationInvitation['kind'],
    post: (application: UcwaApplication, operationId: string) => Promise<PostResult>,
  ): Promise<void> {
    const { board, random, server } = this.#context;
    const operationId = random.uuid();
    record.own = { operationId, purpose };
    board.edit(record, (conversation) => ({
      ...conversation,
      invitation: { kind, direction: 'Outgoing', outcome: null },
    }));
    const isCurrent = () => record.own?.operationId === operationId;
    try {
      const { location } = await post(server.require(), operationId);
      if (!isCurrent() || location === null) return;
      record.invitationHref ??= location;
      this.#handlers.invitationKnown(location);
    } catch (error) {
      if (isCurrent()) this.#handlers.invitations.failed(record, error);
    }
  }
}

const dataUriOf = ({ format, text }: ReturnType<typeof ownText>): string =>
  encodeDataUri(format === 'Html' ? 'text/html' : 'text/plain;charset=utf-8', text);
