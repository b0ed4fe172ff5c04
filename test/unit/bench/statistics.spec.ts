import { describe, expect, it } from 'vitest';
import { quantile, summarize } from '../../bench/statistics.ts';

describe('quantile', () => {
  it('takes the middle value, in whatever order they come', () => {
    expect(quantile([30, 10, 20], 0.5)).toBe(20);
  });

  it('interpolates between neighbours', () => {
    expect(quantile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(quantile([0, 100], 0.99)).toBeCloseTo(99);
  });

  it('compares as numbers, not as text', () => {
    expect(quantile([9, 10, 100], 0.5)).toBe(10);
  });

  it('has no answer without values', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  it('leaves its input as it is', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});

it('a summary of one value is that value', () => {
  expect(summarize([7])).toEqual({ min: 7, median: 7, p99: 7 });
});
