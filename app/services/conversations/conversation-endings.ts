import type { Conversation, ConversationEndReason } from '../../domain/conversation.ts';
import { isMoreThanCall } from '../../domain/conversation-kind.ts';
import { endConversation, settleInvitation, tellEnd } from '../../domain/conversation-machine.ts';
import type { UcwaReason } from '../../ucwa/events/ucwa-event.ts';
import { type ConversationContext, failSending } from './conversation-context.ts';
import { type ConversationRecord, detachRecord } from './conversation-record.ts';
import { likelyEndReason, toldEndReason } from './end-reason.ts';

/** How conversations come to an end, whoever ends them but the user. */
export class ConversationEndings {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /**
   * The server keeps it no more.
   * @param reason what the server says about it
   * @param likely why it is over where the server says nothing
   */
  ended(
    record: ConversationRecord,
    reason: UcwaReason | null = null,
    likely: ConversationEndReason | null = null,
  ): void {
    const { board, clock } = this.#context;
    board.together(() => {
      this.told(record, reason);
      failSending(this.#context, record);
      detachRecord(record);
      board.edit(record, (before) =>
        endConversation(settleLost(before), likely ?? likelyEndReason(before), clock.nowMs()),
      );
    });
    this.forgetEmpty(record);
  }

  /** The user is in it no more, or soon will not be, and the server says why. */
  told(record: ConversationRecord, reason: UcwaReason | null): void {
    if (reason === null) return;
    const { board, clock } = this.#context;
    board.edit(record, (before) => {
      const told = toldEndReason(reason, before);
      return told === null ? before : tellEnd(before, told, clock.nowMs(), record.othersLeftMs);
    });
  }

  /** The application is a new one, or none any more: no conversation goes on. */
  all(): void {
    for (const record of this.#context.board.records) this.ended(record, null, 'connectionLost');
  }

  /** Where nothing was said, nothing is kept once it is over, or its call is. */
  forgetEmpty(record: ConversationRecord): void {
    const { board } = this.#context;
    const conversation = board.get(record.id);
    if (conversation === null || isMoreThanCall(conversation) || board.hasCall(record.id)) return;
    const isOver = conversation.state === 'Ended' || record.conversationHref === null;
    if (isOver) board.remove(record.id);
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
