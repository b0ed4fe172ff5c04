import { describe, expect, it } from 'vitest';
import { readAnything } from '../../fuzz/codec/read-anything.ts';
import { suites } from '../../fuzz/suites.ts';

/** The channel's own spec runs that one. */
const ofCodec = suites.filter(({ name }) => name !== 'event-channel');

describe('a thousand cases of', () => {
  it.each(ofCodec.map(({ name, run }) => [name, run] as const))('%s', async (_, run) => {
    await run(1000, 4);
  });
});

it('runs two hundred thousand cases when nobody says how many', () => {
  const total = suites.reduce((sum, { cases }) => sum + cases, 0);
  expect(total).toBeGreaterThanOrEqual(200_000);
});

it('takes what is malformed, and leaves types that are not UCWA alone', () => {
  expect(() => readAnything('application/json', '{')).not.toThrow();
  expect(() => readAnything('text/html', '<html>')).not.toThrow();
});
