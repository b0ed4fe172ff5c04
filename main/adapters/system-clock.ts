import type { CancelTimer, Clock } from '../../app/ports/clock.ts';

/** The computer's clock and Node's timers. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, callback): CancelTimer {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
