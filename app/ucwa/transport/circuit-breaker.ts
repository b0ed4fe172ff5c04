import type { Clock } from '../../ports/clock.ts';

export interface CircuitTimes {
  /** So many failures in a row, without any answer in between, and the server counts as down. */
  readonly failures: number;
  /** How long it is left alone before one request tries again. */
  readonly openMs: number;
}

const defaultCircuitTimes: CircuitTimes = { failures: 6, openMs: 5000 };

interface Origin {
  /** In a row, so far. */
  failures: number;
  /** Until then nothing is sent that can wait. */
  openUntilMs: number;
}

/**
 * Knows which servers do not answer, from what became of every request to them, so that requests
 * that can wait need not find out each for itself. Any answer, such as the event channel gets when
 * the server is back, closes the circuit at once. It has no timers: time is only looked at.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  readonly #times: CircuitTimes;
  readonly #origins = new Map<string, Origin>();

  constructor(clock: Clock, times: CircuitTimes = defaultCircuitTimes) {
    this.#clock = clock;
    this.#times = times;
  }

  /** Whether a request may go there now. Asking while the circuit is open may make it the trial. */
  allows(origin: string): boolean {
    const state = this.#origins.get(origin);
    if (state === undefined || state.failures < this.#times.failures) return true;
    const nowMs = this.#clock.nowMs();
    if (nowMs < state.openUntilMs) return false;
    state.openUntilMs = nowMs + this.#times.openMs;
    return true;
  }

  answered(origin: string): void {
    this.#origins.delete(origin);
  }

  failed(origin: string): void {
    const failures = (this.#origins.get(origin)?.failures ?? 0) + 1;
    const openUntilMs = this.#clock.nowMs() + this.#times.openMs;
    this.#origins.set(origin, { failures, openUntilMs });
  }
}
