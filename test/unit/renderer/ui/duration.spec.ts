import { describe, expect, it } from 'vitest';
import { formatDuration, isoDuration } from '../../../../renderer/ui/duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [7_000, '0:07'],
    [754_000, '12:34'],
    [3_600_000, '1:00:00'],
    [3_723_900, '1:02:03'],
    // The clock may be set back during a call.
    [-5_000, '0:00'],
  ])('%i ms is %s', (durationMs, shown) => {
    expect(formatDuration(durationMs)).toBe(shown);
  });

  it('has a form for machines', () => {
    expect(isoDuration(754_900)).toBe('PT754S');
  });
});
