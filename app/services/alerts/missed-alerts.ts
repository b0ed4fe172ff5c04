import { castDraft } from 'immer';
import type { AppState } from '../../domain/app-state.ts';
import { missedItems } from '../../domain/missed.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import type { StateStore } from '../state-store.ts';

/** More than anybody reads. */
const maxMissed = 50;

/** Keeps what nobody took until the user looks: calls, and invitations into meetings. */
export class MissedAlerts {
  readonly #store: StateStore;
  readonly #unsubscribe: Unsubscribe;
  #before: AppState;
  #isDue = false;

  constructor(store: StateStore, clock: Clock) {
    this.#store = store;
    this.#before = store.state;
    // Not while others are being told: they would hear of the second change first.
    this.#unsubscribe = store.patches.subscribe(() => {
      if (this.#isDue) return;
      this.#isDue = true;
      clock.endOfTurn(() => this.#apply());
    });
  }

  /** The user looked. */
  seen(): void {
    this.#store.update((draft) => {
      draft.missed = [];
    });
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #apply(): void {
    this.#isDue = false;
    const before = this.#before;
    const { state } = this.#store;
    if (before.recents === state.recents && before.conversations === state.conversations) return;
    this.#before = state;
    const found = missedItems(before, state);
    if (found.length === 0) return;
    this.#store.update((draft) => {
      draft.missed = castDraft([...found, ...state.missed].slice(0, maxMissed));
    });
  }
}
