import type { CancelTimer, Clock } from '../../ports/clock.ts';

/** The server takes the user for inactive, and ends the application, without a report in time. */
const intervalMs = 3.5 * 60_000;

/** Reports the user's activity at regular times until it is stopped. */
export class ActivityReporter {
  readonly #clock: Clock;
  readonly #report: () => void;
  #cancelTimer: CancelTimer = () => undefined;
  #isRunning = false;

  /** @param report sends one report; deals with its failure */
  constructor(clock: Clock, report: () => void) {
    this.#clock = clock;
    this.#report = report;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#schedule();
  }

  /** Reports at once; the next report comes a full interval later. */
  reportNow(): void {
    if (!this.#isRunning) return;
    this.#report();
    this.#schedule();
  }

  /** Twice is harmless. */
  stop(): void {
    this.#isRunning = false;
    this.#cancelTimer();
  }

  #schedule(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(intervalMs, () => this.reportNow());
  }
}
