import type { CancelTimer, Clock } from '../../app/ports/clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/** A clock that moves only when told to. */
export class ManualClock implements Clock {
  #nowMs: number;
  readonly #timers = new Set<Timer>();

  constructor(nowMs = Date.now()) {
    this.#nowMs = nowMs;
  }

  /** How many timers are pending. */
  get pending(): number {
    return this.#timers.size;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  endOfTurn(callback: () => void): void {
    setImmediate(callback);
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    const timer = { dueMs: this.#nowMs + delayMs, callback };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Lets time pass, firing timers in the order they are due. */
  advance(durationMs: number): void {
    const untilMs = this.#nowMs + durationMs;
    for (let next = this.#next(untilMs); next !== undefined; next = this.#next(untilMs)) {
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.callback();
    }
    this.#nowMs = untilMs;
  }

  /** Time passes without any timer firing, as when the computer sleeps; they are overdue then. */
  sleep(durationMs: number): void {
    this.#nowMs += durationMs;
  }

  #next(untilMs: number): Timer | undefined {
    return [...this.#timers]
      .filter((timer) => timer.dueMs <= untilMs)
      .sort((one, other) => one.dueMs - other.dueMs)[0];
  }
}
