import type { CancelTimer, Clock } from '../../app/ports/clock.ts';

/** The computer's clock, for which waiting takes a small part of its time. */
export class HurriedClock implements Clock {
  readonly #factor: number;
  /** Every delay that was asked for, in milliseconds. */
  readonly delaysMs: number[] = [];

  /** @param factor how many times faster timers are */
  constructor(factor = 500) {
    this.#factor = factor;
  }

  nowMs(): number {
    return Date.now();
  }

  endOfTurn(callback: () => void): void {
    setImmediate(callback);
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    this.delaysMs.push(delayMs);
    const timer = setTimeout(callback, delayMs / this.#factor);
    return () => clearTimeout(timer);
  }
}
