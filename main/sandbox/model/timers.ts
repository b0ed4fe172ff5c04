export type CancelTimer = () => void;

/** What the server needs from time. */
export interface Timers {
  /** Milliseconds that only grow; for measuring spans. */
  nowMs(): number;
  after(delayMs: number, action: () => void): CancelTimer;
  /** Runs the action when the current call stack has finished. */
  soon(action: () => void): void;
  /** Forgets everything that was to happen. */
  clear(): void;
}

/** The process's timers. They never keep the process alive, and all end with `clear`. */
export class SystemTimers implements Timers {
  readonly #running = new Set<NodeJS.Timeout>();

  nowMs(): number {
    return performance.now();
  }

  after(delayMs: number, action: () => void): CancelTimer {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      action();
    }, delayMs);
    timer.unref();
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  soon(action: () => void): void {
    queueMicrotask(action);
  }

  clear(): void {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}

/** The moment in milliseconds since 1970, with the fraction that a benchmark needs. */
export function markMs(): number {
  return performance.timeOrigin + performance.now();
}
