import type { CancelTimer, Clock } from '../../ports/clock.ts';

/** How long before its end a ticket is renewed: a tenth of its life, at most this. */
const maxRenewAheadMs = 5 * 60_000;
const retryMs = 30_000;
/** Timers with a longer delay fire at once in Node and browsers. */
const maxTimerMs = 2 ** 31 - 1;

/** When the next renewal is due. At most one is planned. */
export class RenewalTimer {
  readonly #clock: Clock;
  #cancel: CancelTimer = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param grantedAtMs when the ticket was given; null when that was in an earlier run */
  plan(expiresAtMs: number, grantedAtMs: number | null, renew: () => void): void {
    const nowMs = this.#clock.nowMs();
    const lifetimeMs = expiresAtMs - (grantedAtMs ?? nowMs);
    const aheadMs = Math.min(maxRenewAheadMs, lifetimeMs / 10);
    this.#after(Math.max(0, expiresAtMs - aheadMs - nowMs), renew);
  }

  retry(renew: () => void): void {
    this.#after(retryMs, renew);
  }

  cancel(): void {
    this.#cancel();
  }

  #after(delayMs: number, renew: () => void): void {
    this.cancel();
    this.#cancel = this.#clock.after(Math.min(delayMs, maxTimerMs), renew);
  }
}
