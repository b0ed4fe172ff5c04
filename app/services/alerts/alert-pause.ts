import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { StateStore } from '../state-store.ts';

/** Leaves the user alone for a while. */
export class AlertPause {
  readonly #store: StateStore;
  readonly #clock: Clock;
  #cancelTimer: CancelTimer = () => undefined;

  constructor(store: StateStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** From now on, whatever was asked before. */
  pause(minutes: number): void {
    this.#cancelTimer();
    const durationMs = minutes * 60_000;
    this.#set(this.#clock.nowMs() + durationMs);
    this.#cancelTimer = this.#clock.after(durationMs, () => this.resume());
  }

  resume(): void {
    this.#cancelTimer();
    this.#set(null);
  }

  #set(until: number | null): void {
    this.#store.update((draft) => {
      draft.alertsPausedUntil = until;
    });
  }
}
