import type { Conversation, ConversationActions } from '../../domain/conversation.ts';
import type { Importance } from '../../domain/importance.ts';
import type { PersonRef } from '../../domain/person.ts';
import { CommandFailure } from '../command-failure.ts';
import type { StateStore } from '../state-store.ts';
import { openRecord } from './conversation-context.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { leaveConversation } from './leave-conversation.ts';
import type { OwnText } from './message-content.ts';
import type { Moderation } from './moderation.ts';
import { requireRecord } from './require-record.ts';

export interface StartChatInput {
  readonly to: PersonRef;
  readonly subject?: string | undefined;
  readonly importance?: Importance | undefined;
  /** Goes on with an earlier talk. */
  readonly threadId?: string | undefined;
  /** The first message; it travels with the invitation. */
  readonly message?: OwnText;
}

export interface JoinMeetingInput {
  readonly onlineMeetingUri: string;
  readonly subject?: string | undefined;
  /** What somebody without an account is called in the meeting. */
  readonly anonymousDisplayName?: string;
}

export interface StartMeetingInput {
  readonly subject?: string | undefined;
  readonly importance?: Importance | undefined;
}

/** What the user does in chats and meetings. */
export class UserConversations {
  readonly #parts: ConversationParts;
  readonly #store: StateStore;

  constructor(parts: ConversationParts, store: StateStore) {
    this.#parts = parts;
    this.#store = store;
  }

  get(conversationId: string): Conversation | null {
    return this.#parts.context.board.get(conversationId);
  }

  /** Invites somebody to chat. @returns the conversation's id */
  startChat(input: StartChatInput): string {
    const { context, outgoing, started } = this.#parts;
    const { to: remote, subject = '', importance = 'Normal', threadId = null, message } = input;
    const known = { remote, subject, importance, threadId };
    const record = openRecord(context, { state: 'Connecting', ...known });
    void started.chat(record, message === undefined ? null : outgoing.show(record, message));
    return record.id;
  }

  /** Joins a meeting by its address. @returns the conversation's id */
  joinMeeting({ onlineMeetingUri, subject = '', ...guest }: JoinMeetingInput): string {
    const { context, started } = this.#parts;
    const record = openRecord(context, { state: 'Connecting', onlineMeetingUri, subject });
    record.anonymousDisplayName = guest.anonymousDisplayName ?? null;
    void started.join(record);
    return record.id;
  }

  /** Starts a meeting of one's own. @returns the conversation's id */
  startMeeting({ subject = '', importance = 'Normal' }: StartMeetingInput = {}): string {
    const { context, started } = this.#parts;
    const record = openRecord(context, { state: 'Connecting', subject, importance });
    void started.startMeeting(record);
    return record.id;
  }

  /**
   * Takes an incoming invitation. One that is over by now ends as cancelled.
   * @returns whether the user comes in by it
   */
  async accept(conversationId: string): Promise<boolean> {
    const record = this.#require(conversationId, 'accept');
    const isTaken = await this.#parts.answers.accept(record);
    return isTaken && this.get(conversationId)?.state !== 'Ended';
  }

  async decline(conversationId: string): Promise<void> {
    await this.#parts.answers.decline(this.#require(conversationId, 'decline'));
  }

  /**
   * Sends a message. It is shown at once; what became of it shows in its `delivery`. Messaging that
   * has ended is added first, a chat that has ended is started anew.
   * @returns the message's id
   */
  send(conversationId: string, text: OwnText): string {
    const record = this.#require(conversationId, 'send');
    const messageId = this.#parts.outgoing.show(record, text);
    this.#dispatch(record, messageId);
    return messageId;
  }

  /** Sends an undelivered message again. It stays one message. */
  resend(conversationId: string, messageId: string): void {
    const record = this.#require(conversationId, 'send');
    const message = this.get(conversationId)?.messages.find(({ id }) => id === messageId);
    if (message?.delivery !== 'undelivered') {
      throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    }
    this.#parts.outgoing.markResent(record, messageId);
    this.#dispatch(record, messageId);
  }

  /** The user writes. May be called at every key: it is told as often as needed. */
  async setTyping(conversationId: string): Promise<void> {
    const record = this.#parts.context.board.record(conversationId);
    if (record !== null) await this.#parts.outgoing.setTyping(record);
  }

  /** Asks somebody in; two become a meeting by it. Their answer shows in `invited`. */
  async addParticipant(conversationId: string, to: PersonRef): Promise<void> {
    await this.#parts.invited.ask(this.#require(conversationId, 'addParticipant'), to);
  }

  /** What the user, as a leader, does to others. @throws CommandFailure when it is not offered */
  moderate<Result>(
    conversationId: string,
    action: keyof ConversationActions | null,
    act: (moderation: Moderation, record: ConversationRecord) => Result,
  ): Result {
    return act(this.#parts.moderation, this.#require(conversationId, action));
  }

  /** Sends everybody home whom the server lets the user send, then leaves. */
  async end(conversationId: string): Promise<void> {
    const { context, moderation } = this.#parts;
    const record = this.#require(conversationId, 'end');
    const { participants = [], lobby = [] } = this.get(conversationId) ?? {};
    await Promise.all([
      moderation.actOnAll(record, participants, 'eject'),
      moderation.actOnAll(record, lobby, 'reject'),
    ]);
    leaveConversation(context, record);
  }

  /** Starts or joins it anew, in the same conversation; what was not delivered stays to be resent. */
  retry(conversationId: string): void {
    this.#parts.started.again(this.#require(conversationId, 'retry'), null);
  }

  /** Leaves it, whatever goes on in it. */
  leave(conversationId: string): void {
    const { context } = this.#parts;
    const record = context.board.record(conversationId);
    if (record !== null) leaveConversation(context, record);
  }

  /** The user looks at a conversation, or (null) at none. */
  view(conversationId: string | null): void {
    this.#store.update((draft) => {
      draft.viewedConversationId = conversationId;
    });
  }

  /** The user has seen all messages. */
  markRead(conversationId: string): void {
    const { board } = this.#parts.context;
    const record = board.record(conversationId);
    if (record !== null) board.edit(record, (before) => ({ ...before, unread: 0 }));
  }

  /** Takes a conversation that is over off the list. */
  dismiss(conversationId: string): void {
    const { board } = this.#parts.context;
    if (this.get(conversationId)?.state !== 'Ended') return;
    if (!board.hasCall(conversationId)) board.remove(conversationId);
  }

  #dispatch(record: ConversationRecord, messageId: string): void {
    const { outgoing, started } = this.#parts;
    if (this.get(record.id)?.can.retry === true) started.again(record, messageId);
    else outgoing.send(record, messageId);
  }

  #require(conversationId: string, action: keyof ConversationActions | null): ConversationRecord {
    return requireRecord(this.#parts.context, conversationId, action);
  }
}
