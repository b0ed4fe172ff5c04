import type { CancelTimer, Timers } from '../../../main/sandbox/model/timers.ts';

/** Time that passes only when a test says so. */
export class HandTimers implements Timers {
  #nowMs = 0;
  #waiting: { readonly atMs: number; readonly action: () => void }[] = [];

  nowMs(): number {
    return this.#nowMs;
  }

  after(delayMs: number, action: () => void): CancelTimer {
    const timer = { atMs: this.#nowMs + delayMs, action };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }

  soon(action: () => void): void {
    queueMicrotask(action);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Lets everything planned for now happen. */
  async settle(): Promise<void> {
    for (let round = 0; round < 5; round += 1) await Promise.resolve();
  }

  async advance(byMs: number): Promise<void> {
    await this.settle();
    this.#nowMs += byMs;
    const due = this.#waiting.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#waiting = this.#waiting.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { action } of due) action();
    await this.settle();
  }
}
