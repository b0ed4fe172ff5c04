import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import type { Unsubscribe } from '../../util/emitter.ts';

const firstDelayMs = 2_000;
const maxDelayMs = 60_000;

/** Repeats something after a growing delay with jitter; at once when the network comes back. */
export class RetryLater {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #wakeUps: WakeUps;
  #attempts = 0;
  #cancelTimer: CancelTimer | null = null;
  #unsubscribe: Unsubscribe | null = null;

  constructor(clock: Clock, random: Random, wakeUps: WakeUps) {
    this.#clock = clock;
    this.#random = random;
    this.#wakeUps = wakeUps;
  }

  /** Calls `action` once, later. A planned call that is still to come is replaced. */
  plan(action: () => void): void {
    this.cancel();
    const delayMs = Math.min(maxDelayMs, firstDelayMs * 2 ** this.#attempts);
    this.#attempts += 1;
    const run = (): void => {
      this.cancel();
      action();
    };
    this.#cancelTimer = this.#clock.after(delayMs * (0.75 + this.#random.fraction() / 2), run);
    this.#unsubscribe = this.#wakeUps.subscribe(run);
  }

  /** Twice is harmless; leaves no timer. */
  cancel(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** The next delay is the first one again. */
  reset(): void {
    this.cancel();
    this.#attempts = 0;
  }
}
