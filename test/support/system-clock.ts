import type { CancelTimer, Clock } from '../../app/ports/clock.ts';

/** The computer's clock and timers. */
export class SystemClock implements Clock {
  nowMs(): number {
    return Date.now();
  }

  endOfTurn(callback: () => void): void {
    setImmediate(callback);
  }

  after(delayMs: number, callback: () => void): CancelTimer {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  }
}
