import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs } from '../../../../../app/ucwa/transport/back-off.ts';

const times = { firstMs: 200, baseMs: 1000, maxMs: 30_000 };
const random = (fraction: number) => ({ uuid: () => '', fraction: () => fraction });

it.each([
  [1, 200],
  [2, 1000],
  [3, 2000],
  [4, 4000],
  [7, 30_000],
  [1000, 30_000],
])('waits before retry %i up to %i ms, at least half of it', (attempt, longestMs) => {
  expect(backOffMs(attempt, times, random(0))).toBe(longestMs / 2);
  expect(backOffMs(attempt, times, random(0.999999))).toBeCloseTo(longestMs, 0);
});

it('always waits, and never longer than the cap', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, fraction) => {
      const delayMs = backOffMs(attempt, times, random(fraction));
      expect(delayMs).toBeGreaterThanOrEqual(100);
      expect(delayMs).toBeLessThanOrEqual(30_000);
    }),
  );
});
