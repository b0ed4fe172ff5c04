/** Cancels a pending timer. Calling it twice, or after the timer fired, is harmless. */
export type CancelTimer = () => void;

/** The time of day and timers. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
  /**
   * Calls `callback` when this turn of the event loop is done: after everything that is ready to
   * run, before any timer or socket. Not a matter of time: a clock that is set by hand does so, too.
   */
  endOfTurn(callback: () => void): void;
  /** Calls `callback` once after `delayMs` milliseconds. */
  after(delayMs: number, callback: () => void): CancelTimer;
}
