/** Two crashes that lie further apart have nothing to do with each other. */
const relatedMs = 60_000;
const firstMs = 1_000;
const maxMs = 30_000;

/**
 * How long to wait before a page that crashed is loaded anew: not at all the first time, longer and
 * longer while it crashes again and again, so that a page that cannot live does not keep the
 * computer busy. It never gives up: the page may come back with the next call.
 */
export class ReloadDelays {
  #lastCrashMs = Number.NEGATIVE_INFINITY;
  #related = 0;

  /** @param nowMs when the page crashed */
  next(nowMs: number): number {
    this.#related = nowMs - this.#lastCrashMs <= relatedMs ? this.#related + 1 : 0;
    this.#lastCrashMs = nowMs;
    return this.#related === 0 ? 0 : Math.min(maxMs, firstMs * 2 ** (this.#related - 1));
  }
}
