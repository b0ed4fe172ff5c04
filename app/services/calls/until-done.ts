import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { type BackOffTimes, backOffMs } from '../../ucwa/transport/back-off.ts';

const times: BackOffTimes = { firstMs: 1_000, baseMs: 2_000, maxMs: 30_000 };

/**
 * Repeats work that the server did not let happen until it is done: after pauses that grow, and at
 * once when the connection is back.
 */
export class UntilDone {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #work: () => Promise<boolean>;
  #cancelTimer: CancelTimer | null = null;
  #failures = 0;
  #isRunning = false;
  /** Counts beginnings and ends: what an older run came to no longer matters. */
  #round = 0;

  /** @param work gives whether nothing is left to do; must not reject */
  constructor(clock: Clock, random: Random, work: () => Promise<boolean>) {
    this.#clock = clock;
    this.#random = random;
    this.#work = work;
  }

  /** There is new work: begins at once. */
  begin(): void {
    this.#failures = 0;
    void this.#run();
  }

  /** There is work that was just tried in vain: goes on after a pause, unless it is at it already. */
  later(): void {
    if (!this.#isRunning && this.#cancelTimer === null) this.#pause();
  }

  /** The connection is back: ends the pause, if there is one. */
  hurry(): void {
    if (this.#cancelTimer !== null) this.begin();
  }

  /** There is nothing to do any more. Leaves no timer. */
  stop(): void {
    this.#round += 1;
    this.#isRunning = false;
    this.#failures = 0;
    this.#cancelPause();
  }

  async #run(): Promise<void> {
    this.#cancelPause();
    this.#round += 1;
    const round = this.#round;
    this.#isRunning = true;
    const isDone = await this.#work();
    if (round !== this.#round) return;
    this.#isRunning = false;
    if (isDone) this.#failures = 0;
    else this.#pause();
  }

  #pause(): void {
    this.#failures += 1;
    const pauseMs = backOffMs(this.#failures, times, this.#random);
    this.#cancelTimer = this.#clock.after(pauseMs, () => void this.#run());
  }

  #cancelPause(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }
}
