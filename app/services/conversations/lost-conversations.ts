import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { isGone, isUnanswered } from '../calls/server-link.ts';
import { UntilDone } from '../calls/until-done.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { adoptNew, type RecoveryHandlers, readConversationAgain } from './conversation-recovery.ts';

/** Runs a task when those before it are done. */
type InTurn = (task: () => Promise<void>) => Promise<void>;

/** Whether the server, or the way to it, may let the same request through later. */
const isPassing = (error: unknown): boolean =>
  isUnanswered(error) || (error instanceof UcwaError && error.advice === 'retry');

/**
 * Finds out how conversations stand after events were lost, and which are new, and does not give up
 * while the server cannot be asked: what is over would go on here, and what began would stay unseen.
 */
export class LostConversations {
  readonly #context: ConversationContext;
  readonly #handlers: RecoveryHandlers;
  readonly #repetition: UntilDone;
  #unread: readonly ConversationRecord[] = [];
  #newUnread = false;
  /** Counts the times that events were lost. */
  #gaps = 0;

  /** @param inTurn as events are handled: nothing else changes a conversation meanwhile */
  constructor(context: ConversationContext, handlers: RecoveryHandlers, inTurn: InTurn) {
    this.#context = context;
    this.#handlers = handlers;
    this.#repetition = new UntilDone(context.clock, context.random, async () => {
      await inTurn(() => this.#read());
      return this.#unread.length === 0 && !this.#newUnread;
    });
  }

  /** Events were lost. */
  readAgain(): void {
    this.#unread = this.#context.board.records;
    this.#newUnread = true;
    this.#gaps += 1;
    this.#repetition.begin();
  }

  /** The connection is back. */
  connected(): void {
    this.#repetition.hurry();
  }

  /** The server knows none of the conversations any more. */
  reset(): void {
    this.#unread = [];
    this.#newUnread = false;
    this.#gaps += 1;
    this.#repetition.stop();
  }

  async #read(): Promise<void> {
    const due = this.#unread;
    const gap = this.#gaps;
    const left: ConversationRecord[] = [];
    for (const record of due) {
      if (!(await this.#readConversation(record))) left.push(record);
    }
    const isAdopted = !this.#newUnread || (await this.#isDone(() => this.#adoptNew()));
    // Otherwise events were lost once more meanwhile.
    if (gap !== this.#gaps) return;
    this.#unread = left;
    this.#newUnread = !isAdopted;
  }

  async #readConversation(record: ConversationRecord): Promise<boolean> {
    return this.#isDone(async () => {
      try {
        await readConversationAgain(this.#context, this.#handlers, record);
      } catch (error) {
        if (!isGone(error)) throw error;
        this.#handlers.endings.ended(record);
      }
    });
  }

  #adoptNew(): Promise<void> {
    return adoptNew(this.#context, this.#handlers);
  }

  /** Whether there is nothing to try again: it went well, or always will go wrong. */
  async #isDone(read: () => Promise<void>): Promise<boolean> {
    try {
      await read();
      return true;
    } catch (error) {
      this.#context.logger.info('Conversations could not be read again', { error });
      return !isPassing(error);
    }
  }
}
