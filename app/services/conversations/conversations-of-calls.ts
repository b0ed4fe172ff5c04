import type { PersonRef } from '../../domain/person.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { CallConversations, CallTopic } from '../calls/call-conversations.ts';
import { openRecord } from './conversation-context.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { isHref } from './conversation-record.ts';
import { leaveConversation } from './leave-conversation.ts';
import { setOwnAudioMuted } from './own-audio.ts';
import { requireRecord } from './require-record.ts';
import { uniteRecords } from './unite-records.ts';

/** Conversations as the parts of which calls are one. */
export class ConversationsOfCalls implements CallConversations {
  readonly #parts: ConversationParts;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  openFor({ remote, subject, importance }: CallTopic): string {
    const { context } = this.#parts;
    return openRecord(context, { state: 'Connecting', remote, subject, importance }).id;
  }

  forHref(href: string | null, { remote, subject, importance }: CallTopic): string {
    const { context } = this.#parts;
    const known = context.board.byConversation(href);
    if (known !== null) {
      context.board.edit(known, (before) => ({ ...before, remote: before.remote ?? remote }));
      return known.id;
    }
    const record = openRecord(context, { state: 'Incoming', remote, subject, importance });
    record.conversationHref = href;
    return record.id;
  }

  hrefKnown(conversationId: string, href: string): void {
    const { context, queue, reader } = this.#parts;
    const record = context.board.record(conversationId);
    if (record === null || isHref(record.conversationHref, href)) return;
    uniteRecords(context, record, href);
    record.conversationHref = href;
    void queue.add(() => reader.needModalities(record));
  }

  remoteKnown(conversationId: string, remote: PersonRef): void {
    const { board } = this.#parts.context;
    const record = board.record(conversationId);
    if (record !== null) board.edit(record, (before) => ({ ...before, remote }));
  }

  resourceOf(conversationId: string): Resource | null {
    return this.#parts.context.board.record(conversationId)?.conversation ?? null;
  }

  phoneAudioOf(conversationId: string): Resource | null {
    return this.#parts.context.board.record(conversationId)?.phoneAudio ?? null;
  }

  leave(conversationId: string): void {
    const { context } = this.#parts;
    const record = context.board.record(conversationId);
    if (record !== null) leaveConversation(context, record);
  }

  async setOwnAudioMuted(conversationId: string, muted: boolean): Promise<void> {
    const { context } = this.#parts;
    await setOwnAudioMuted(context, requireRecord(context, conversationId), muted);
  }

  reply({ remote, importance }: CallTopic, message: string): void {
    const { context, outgoing, started } = this.#parts;
    const record = openRecord(context, { state: 'Connecting', remote, importance });
    const messageId = outgoing.show(record, { format: 'Plain', text: message });
    void started.chat(record, messageId);
  }

  callGone(conversationId: string): void {
    const { context, endings } = this.#parts;
    const record = context.board.record(conversationId);
    if (record !== null) endings.forgetEmpty(record);
  }
}
