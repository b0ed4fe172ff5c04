import { expect, it } from 'vitest';
import { reportText } from '../../bench/codec/report.ts';

const sample = (document: string, parse: number, json: number) => ({
  document,
  bytes: 5000,
  parseMbPerSecond: parse,
  jsonMbPerSecond: json,
  xmlMbPerSecond: 40,
});

it('compares within each round and says whether the target is met', () => {
  const samples = [sample('a', 600, 300), sample('a', 300, 150), sample('b', 600, 240)];
  const text = reportText(samples);
  expect(text).toMatch(/^a +5000 +450 +225 +40 +0\.50 +0\.50$/m);
  expect(text).toMatch(/^b +5000 +600 +240 +40 +0\.40 +0\.40$/m);
  expect(text).toContain('0.40 at worst, target 0.33: met');
});

it('judges by the slowest document', () => {
  const text = reportText([sample('a', 600, 300), sample('b', 600, 120)]);
  expect(text).toContain('0.20 at worst, target 0.33: MISSED');
});
