import { expect, test } from 'vitest';
import { wantedGroups } from '../../../build/test/wanted-groups.ts';

test('without an argument every group of checks runs', () => {
  expect(wantedGroups([])).toEqual(['static', 'unit', 'integration', 'e2e']);
});

test('--only chooses one', () => {
  expect(wantedGroups(['--only', 'unit'])).toEqual(['unit']);
});

test.each([
  [['--only', 'everything'], '--only takes one of: static, unit, integration, e2e'],
  [['--quick'], 'Usage: npm test [-- --only static|unit|integration|e2e]'],
  [['unit'], 'Usage: npm test'],
])('%j is answered with what is possible', (args, message) => {
  expect(() => wantedGroups(args)).toThrow(message);
});
