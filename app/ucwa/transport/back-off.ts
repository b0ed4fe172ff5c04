import type { Random } from '../../ports/random.ts';

export interface BackOffTimes {
  /** Before the first retry. */
  readonly firstMs: number;
  /** Before the second retry; doubled for each one after it. */
  readonly baseMs: number;
  readonly maxMs: number;
}

/**
 * How long to wait before retry number `attempt` (1 is the first): exponential with a cap, the
 * later half of each span at random, so that clients do not come back all at once.
 */
export function backOffMs(attempt: number, times: BackOffTimes, random: Random): number {
  const doublings = Math.min(Math.max(0, attempt - 2), 30);
  const spanMs =
    attempt <= 1 ? times.firstMs : Math.min(times.maxMs, times.baseMs * 2 ** doublings);
  return spanMs / 2 + (spanMs / 2) * random.fraction();
}
