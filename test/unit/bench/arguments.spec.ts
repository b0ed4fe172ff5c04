import { expect, it } from 'vitest';
import { benchArguments } from '../../bench/arguments.ts';

it('reads the bench, the number of rounds and the file', () => {
  expect(benchArguments(['toast', '--runs', '5', '--json', 'x.json'])).toEqual({
    bench: 'toast',
    runs: 5,
    json: 'x.json',
  });
});

it('knows every bench', () => {
  expect(benchArguments(['codec'])).toEqual({ bench: 'codec', runs: 30, json: undefined });
});

it('does thirty rounds unless told otherwise', () => {
  expect(benchArguments(['toast'])).toEqual({ bench: 'toast', runs: 30, json: undefined });
});

it.each([[[]], [['roast']], [['toast', '--runs', '0']], [['toast', '--runs', 'x']], [['--x']]])(
  'shows the usage for %j',
  (args) => {
    expect(() => benchArguments(args)).toThrow('Usage: npm run bench');
  },
);
