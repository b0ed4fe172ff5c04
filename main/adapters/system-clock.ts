import type { CancelTimer, Clock } from '../../app/ports/clock.ts';

/** The computer's clock and Node's timers. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  endOfTurn: (callback) => {
    setImmediate(callback);
  },
  after(delayMs, callback): CancelTimer {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
