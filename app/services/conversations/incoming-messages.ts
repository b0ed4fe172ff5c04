import { addMessage, type ChatMessage } from '../../domain/chat-message.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { readContent, sameContent } from './message-content.ts';
import { personOf } from './participants.ts';

/** What others write. */
export class IncomingMessages {
  readonly #context: ConversationContext;
  readonly #isLookedAt: (conversationId: string) => boolean;

  /** @param isLookedAt whether the user sees the messages of a conversation as they come */
  constructor(context: ConversationContext, isLookedAt: (conversationId: string) => boolean) {
    this.#context = context;
    this.#isLookedAt = isLookedAt;
  }

  /** The text that an invitation brings along is shown before anybody answers it. */
  ofInvitation(record: ConversationRecord, message: string | null): void {
    const content = readContent(message);
    const { board, clock, random } = this.#context;
    if (content === null || record.invitationMessageId !== null) return;
    const id = random.uuid();
    record.invitationMessageId = id;
    const from = board.get(record.id)?.remote ?? null;
    this.#show(record, { id, from, content, sentAtMs: clock.nowMs() });
  }

  /** An event about somebody else's message. */
  async told(record: ConversationRecord, href: string, resource: Resource): Promise<void> {
    const { board, clock, random } = this.#context;
    if (record.messageOfHref.get(href) !== null) return;
    const { values } = readResource('message', resource);
    const content = readContent(values.plainMessage, values.htmlMessage);
    if (content === null) return;
    // The first one after accepting is the invitation's own text once more.
    const invitationId = record.invitationMessageId;
    record.invitationMessageId = null;
    const shown = board.get(record.id)?.messages.find(({ id }) => id === invitationId);
    if (shown !== undefined && sameContent(shown.content, content)) {
      record.messageOfHref.set(href, shown.id);
      return;
    }
    const id = random.uuid();
    record.messageOfHref.set(href, id);
    const participant = link(resource, 'participant') ?? link(resource, 'contact');
    const from =
      participant === null
        ? (board.get(record.id)?.remote ?? null)
        : await personOf(this.#context, record, participant);
    this.#show(record, { id, from, content, sentAtMs: values.timeStamp ?? clock.nowMs() });
  }

  #show(
    record: ConversationRecord,
    message: Pick<ChatMessage, 'id' | 'from' | 'content' | 'sentAtMs'>,
  ): void {
    const { alertFor, board } = this.#context;
    const isSeen = this.#isLookedAt(record.id);
    board.edit(record, (conversation) => ({
      ...conversation,
      unread: conversation.unread + (isSeen ? 0 : 1),
      // The text of an open invitation alerts with the invitation.
      alert:
        isSeen || conversation.can.accept
          ? conversation.alert
          : alertFor('message', conversation.importance),
      messages: addMessage(conversation.messages, {
        ...message,
        direction: 'Incoming',
        delivery: 'received',
        failedFor: [],
      }),
    }));
  }
}
