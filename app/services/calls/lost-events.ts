import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';
import type { MeetingMove } from './meeting-move.ts';
import { readCallAgain } from './recovery.ts';
import { UntilDone } from './until-done.ts';

/**
 * Finds out how calls stand after events were lost, and does not give up while a call cannot be
 * read: it may have ended, and would ring on.
 */
export class LostEvents {
  readonly #context: CallContext;
  readonly #move: MeetingMove;
  readonly #repetition: UntilDone;
  #unread: readonly CallRecord[] = [];

  constructor(context: CallContext, move: MeetingMove) {
    this.#context = context;
    this.#move = move;
    this.#repetition = new UntilDone(context.clock, context.random, () => this.#read());
  }

  /** Events were lost. */
  readCallsAgain(): void {
    this.#unread = this.#context.registry.ongoing();
    if (this.#unread.length > 0) this.#repetition.begin();
  }

  /** The connection is back. */
  connected(): void {
    this.#repetition.hurry();
  }

  /** The calls are over, or the server knows none of them any more. */
  reset(): void {
    this.#unread = [];
    this.#repetition.stop();
  }

  async #read(): Promise<boolean> {
    const due = this.#unread;
    const known = await Promise.all(
      due.map((record) => readCallAgain(this.#context, this.#move, record)),
    );
    // Unless events were lost once more meanwhile.
    if (due === this.#unread) this.#unread = due.filter((_record, index) => known[index] === false);
    return this.#unread.length === 0;
  }
}
