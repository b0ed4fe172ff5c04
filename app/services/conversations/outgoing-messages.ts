import { addMessage, moveDelivery } from '../../domain/chat-message.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { type ConversationContext, failOutbox, settleMessage } from './conversation-context.ts';
import type { ConversationRecord, ToldMessage } from './conversation-record.ts';
import { contentOf, type OwnText, ownText } from './message-content.ts';
import { personOf } from './participants.ts';

/** Servers hide a sign of typing after some seconds; it is renewed a little earlier. */
const typingRenewalMs = 4_000;

/** The user's own messages: each is shown once, whatever order the server answers in. */
export class OutgoingMessages {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /** Shows a message as being sent. @returns its id */
  show(record: ConversationRecord, text: OwnText): string {
    const { board, clock, random } = this.#context;
    const id = random.uuid();
    board.edit(record, (conversation) => ({
      ...conversation,
      messages: addMessage(conversation.messages, {
        id,
        direction: 'Outgoing',
        from: null,
        content: contentOf(text),
        delivery: 'sending',
        failedFor: [],
        sentAtMs: clock.nowMs(),
      }),
    }));
    return id;
  }

  /**
   * Sends a message that is shown: now, or once messaging is connected. Where it is not, it is added
   * first.
   */
  send(record: ConversationRecord, messageId: string): void {
    record.lastTypingMs = Number.NEGATIVE_INFINITY;
    record.outbox.push(messageId);
    this.messagingChanged(record);
  }

  /** An undelivered message is to be sent again. */
  markResent(record: ConversationRecord, messageId: string): void {
    this.#context.board.edit(record, (conversation) => ({
      ...conversation,
      messages: moveDelivery(conversation.messages, messageId, 'sending'),
    }));
  }

  /** What the server offers for messages is another: what waits may go, or needs messaging first. */
  messagingChanged(record: ConversationRecord): void {
    const { messaging } = record;
    if (messaging !== null && link(messaging, 'sendMessage') !== null) {
      for (const id of record.outbox.splice(0)) {
        void record.sender.run(() => this.#post(record, id));
      }
    } else if (record.outbox.length > 0) this.addMessaging(record);
  }

  /** Asks for messages in a conversation that has none (any more), if the server offers it. */
  addMessaging(record: ConversationRecord): void {
    const { messaging } = record;
    if (messaging === null || record.addingMessaging) return;
    if (link(messaging, 'addMessaging') === null) return;
    record.addingMessaging = true;
    const operationId = this.#context.random.uuid();
    record.own = { operationId, purpose: 'addMessaging' };
    this.#showInvitation(record);
    this.#askForMessaging(record, messaging, operationId).catch((error: unknown) => {
      record.addingMessaging = false;
      this.#context.logger.info('Messaging could not be added', { error });
      failOutbox(this.#context, record);
    });
  }

  /** Between two, the other one decides; the messages of a meeting are there for those in it. */
  #showInvitation(record: ConversationRecord): void {
    this.#context.board.edit(record, (conversation) =>
      conversation.state === 'Conferenced'
        ? conversation
        : {
            ...conversation,
            invitation: { kind: 'messaging', direction: 'Outgoing', outcome: null },
          },
    );
  }

  async #askForMessaging(
    record: ConversationRecord,
    messaging: Resource,
    operationId: string,
  ): Promise<void> {
    const { client } = this.#context.server.require();
    const { location } = await follow(client, known('messaging', messaging), 'addMessaging', {
      operationId,
    });
    if (record.own?.operationId === operationId) record.invitationHref = location;
  }

  /** Tells the others that the user writes; as often as it is called, but not more than needed. */
  async setTyping(record: ConversationRecord): Promise<void> {
    const { clock, logger, server } = this.#context;
    const { messaging } = record;
    if (messaging === null || link(messaging, 'setIsTyping') === null) return;
    if (clock.nowMs() - record.lastTypingMs < typingRenewalMs) return;
    record.lastTypingMs = clock.nowMs();
    try {
      await follow(server.require().client, known('messaging', messaging), 'setIsTyping');
    } catch (error) {
      logger.debug('A sign of typing could not be sent', { error });
    }
  }

  /** An event about a message that this user sent, here or on another device. */
  async told(record: ConversationRecord, message: ToldMessage): Promise<void> {
    const { href, resource } = message;
    const { values } = readResource('message', resource);
    const id =
      record.messageOfOperation.get(values.operationId ?? '') ?? record.messageOfHref.get(href);
    if (id === null) {
      // Which message it is becomes known with the answer to the request.
      if (record.sending > 0) record.earlyMessages.set(href, message);
      return;
    }
    record.messageOfHref.set(href, id);
    const status = message.status ?? values.status;
    if (status === 'Success' || status === 'Succeeded') {
      settleMessage(this.#context, record, id, 'delivered');
    } else if (status === 'Failure' || status === 'Failed') {
      await this.#failed(record, id, resource);
    }
  }

  async #failed(record: ConversationRecord, id: string, resource: Resource): Promise<void> {
    const failed = (resource.links.failedDeliveryParticipant ?? []).map((each) =>
      personOf(this.#context, record, each),
    );
    settleMessage(this.#context, record, id, 'undelivered', await Promise.all(failed));
  }

  async #post(record: ConversationRecord, messageId: string): Promise<void> {
    const { board, logger, random, server } = this.#context;
    const message = board.get(record.id)?.messages.find(({ id }) => id === messageId);
    const { messaging } = record;
    if (message === undefined) return;
    const operationId = random.uuid();
    record.messageOfOperation.set(operationId, messageId);
    record.sending += 1;
    try {
      if (messaging === null) throw new Error('messaging is over');
      const { client } = server.require();
      const input = { operationId, ...ownText(message.content) };
      const { location } = await follow(
        client,
        known('messaging', messaging),
        'sendMessage',
        input,
      );
      if (location !== null) record.messageOfHref.set(location, messageId);
    } catch (error) {
      logger.info('A message could not be sent', { error });
      settleMessage(this.#context, record, messageId, 'undelivered');
    }
    record.sending -= 1;
    await this.#replayEarly(record);
  }

  async #replayEarly(record: ConversationRecord): Promise<void> {
    for (const [key, message] of record.earlyMessages.entries) {
      record.earlyMessages.delete(key);
      await this.told(record, message);
    }
  }
}
