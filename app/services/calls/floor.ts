import type { Unsubscribe } from '../../util/emitter.ts';
import type { CallContext } from './call-context.ts';

/**
 * One talks in one call at a time. Whoever took the floor last has it; every other call is put on
 * hold, at once or as soon as the server lets it: one that was still connecting then is held when
 * it is up.
 */
export class Floor {
  readonly #context: CallContext;
  readonly #hold: (callId: string) => Promise<void>;
  readonly #unsubscribe: Unsubscribe;
  #holder: string | null = null;
  /** Asked to hold since the floor was taken: a call that cannot be held is not asked again. */
  readonly #asked = new Set<string>();
  #isLooking = false;

  constructor(context: CallContext, hold: (callId: string) => Promise<void>) {
    this.#context = context;
    this.#hold = hold;
    this.#unsubscribe = context.store.patches.subscribe(() => this.#lookLater());
  }

  /** The user goes on in this call. */
  take(callId: string): void {
    this.#holder = callId;
    this.#asked.clear();
    this.#holdOthers();
  }

  dispose(): void {
    this.#unsubscribe();
  }

  /** Not within the change: whoever listens must get the changes in order. */
  #lookLater(): void {
    if (this.#isLooking || this.#holder === null || this.#context.registry.ongoing().length < 2) {
      return;
    }
    this.#isLooking = true;
    void Promise.resolve().then(() => {
      this.#isLooking = false;
      this.#holdOthers();
    });
  }

  #holdOthers(): void {
    const { board, registry, logger } = this.#context;
    const holder = this.#holder === null ? null : registry.get(this.#holder);
    // Nobody is put on hold for a call that came to nothing.
    if (holder === null || holder.over) return;
    for (const { id, isReplaced } of registry.ongoing()) {
      if (isReplaced || id === holder.id || this.#asked.has(id) || board.get(id)?.can.hold !== true)
        continue;
      this.#asked.add(id);
      this.#hold(id).catch((error: unknown) => {
        logger.warn('A call could not be put on hold', { callId: id, error });
      });
    }
  }
}
