import type { Clock } from '../../ports/clock.ts';

/** Resolves after `delayMs` milliseconds. */
export const wait = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
