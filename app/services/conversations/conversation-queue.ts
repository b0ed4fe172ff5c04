import type { Logger } from '../../ports/logger.ts';
import { Exclusive } from '../calls/exclusive.ts';

/** Does one thing after the other with what the server tells. */
export class ConversationQueue {
  readonly #logger: Logger;
  #tasks = new Exclusive();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Runs a task when those before it are done. One that fails is logged. */
  add(task: () => Promise<void>): Promise<void> {
    const tasks = this.#tasks;
    return tasks.run(async () => {
      // Events of an application that is no more are about nothing.
      if (tasks !== this.#tasks) return;
      await task().catch((error: unknown) => {
        this.#logger.warn('An event of a conversation could not be handled', { error });
      });
    });
  }

  /** Forgets what waits: the application is another one. */
  reset(): void {
    this.#tasks = new Exclusive();
  }
}
