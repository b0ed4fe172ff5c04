import type { CancelTimer, Clock } from '../../ports/clock.ts';

/** The server wants to hear of an active user at least every four minutes. */
const intervalMs = 3.25 * 60_000;
/** How often to look whether a user who was away is back. */
const lookMs = 30_000;

/**
 * Reports the user's activity while there is some, at least every four minutes, until it is
 * stopped. Nothing is reported for a user who has not touched the computer since the last report:
 * others are to see that they are away.
 */
export class ActivityReporter {
  readonly #clock: Clock;
  readonly #idleMs: () => number;
  readonly #report: () => void;
  #cancelTimer: CancelTimer = () => undefined;
  #isRunning = false;
  #reportedAtMs = 0;

  /**
   * @param idleMs for how long the user has not used the computer
   * @param report sends one report; deals with its failure
   */
  constructor(clock: Clock, idleMs: () => number, report: () => void) {
    this.#clock = clock;
    this.#idleMs = idleMs;
    this.#report = report;
  }

  /** Being made available counts as a report. */
  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#reportedAtMs = this.#clock.nowMs();
    this.#lookAfter(intervalMs);
  }

  /**
   * Reports at once if the user was active since the last report; else as soon as they are. A
   * user who just came back is seen this way without waiting for the next look.
   */
  look(): void {
    if (!this.#isRunning) return;
    const nowMs = this.#clock.nowMs();
    if (this.#idleMs() > nowMs - this.#reportedAtMs) {
      this.#lookAfter(lookMs);
      return;
    }
    this.#reportedAtMs = nowMs;
    this.#report();
    this.#lookAfter(intervalMs);
  }

  /** Twice is harmless; leaves no timer. */
  stop(): void {
    this.#isRunning = false;
    this.#cancelTimer();
  }

  #lookAfter(delayMs: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(delayMs, () => this.look());
  }
}
