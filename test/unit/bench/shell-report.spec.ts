import { expect, it } from 'vitest';
import { shellReport } from '../../bench/shell/report.ts';

const pairs = (parley: number, empty: number) => [
  { parley: parley - 10, empty },
  { parley, empty },
  { parley: parley + 10, empty },
];

it('shows medians beside the empty window, their ratio, and what misses its target', () => {
  const text = shellReport({
    startMs: pairs(600, 300),
    paletteMs: pairs(40, 20),
    keyMs: pairs(80, 50),
    verbMs: pairs(120, 100),
    idlePermille: { parley: 3, empty: 1.5 },
    startMb: { parley: 200, empty: 100 },
    callsMb: [
      { calls: 500, memoryMb: 210 },
      { calls: 1000, memoryMb: 220 },
    ],
  });
  expect(text).toMatch(/start to signed in.* 600\.0 +300\.0 +2\.00 +609\.8/);
  expect(text).toMatch(/memory after 1000 calls.* 220\.0 +100\.0 +2\.20/);
  expect(text).toContain('palette painted: 40.0 ms, target 100 ms: met');
  expect(text).toContain('command line to effect: 120.0 ms, target 100 ms: MISSED');
  expect(text).toContain('memory that the calls left: 20.0 MB, target 30 MB: met');
});
