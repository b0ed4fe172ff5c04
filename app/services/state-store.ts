import { type Draft, enablePatches, produceWithPatches } from 'immer';
import type { AppState } from '../domain/app-state.ts';
import type { PatchOperation, Snapshot, StatePatch } from '../ipc/contract.ts';
import type { Logger } from '../ports/logger.ts';
import { Emitter, type Observable } from '../util/emitter.ts';

enablePatches();

/** Changes the draft that it is given; a value it returns is ignored. */
export type Recipe = (draft: Draft<AppState>) => void;

/**
 * The state of the application and its only way to change: one update is one patch with the next
 * sequence number. An update that changes nothing sends nothing.
 */
export class StateStore {
  #state: AppState;
  #sequence = 0;
  readonly #patches: Emitter<StatePatch>;
  /** Of updates that are one to those who watch; null while each is told as it comes. */
  #untold: PatchOperation[] | null = null;

  constructor(initial: AppState, logger: Logger) {
    this.#state = initial;
    this.#patches = new Emitter<StatePatch>((error) => {
      logger.error('A listener of the state failed', { error });
    });
  }

  get state(): AppState {
    return this.#state;
  }

  get snapshot(): Snapshot {
    return { sequence: this.#sequence, state: this.#state };
  }

  /** Each change, in order; `state` is the new one already when a listener is called. */
  get patches(): Observable<StatePatch> {
    return this.#patches;
  }

  update(recipe: Recipe): void {
    const [state, operations] = produceWithPatches(this.#state, (draft) => {
      recipe(draft);
    });
    if (operations.length === 0) return;
    this.#state = state;
    if (this.#untold === null) this.#tell(operations);
    else this.#untold.push(...operations);
  }

  /** Several updates that are one to those who watch. May be nested. */
  together(change: () => void): void {
    if (this.#untold !== null) {
      change();
      return;
    }
    const untold: PatchOperation[] = [];
    this.#untold = untold;
    try {
      change();
    } finally {
      this.#untold = null;
      if (untold.length > 0) this.#tell(untold);
    }
  }

  #tell(operations: readonly PatchOperation[]): void {
    this.#sequence += 1;
    this.#patches.emit({ sequence: this.#sequence, operations });
  }
}
