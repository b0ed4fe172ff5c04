import { expect, it } from 'vitest';
import { table } from '../../support/table.ts';

it('lines up text to the left and numbers to the right', () => {
  const rows = [
    ['what', 'ms'],
    ['event', '0.0'],
    ['ring screen', '10.5'],
  ];
  expect(table(rows)).toBe(
    ['what           ms', 'event         0.0', 'ring screen  10.5'].join('\n'),
  );
});

it('leaves no blanks at the end of a line', () => {
  expect(table([['a', ''], ['b']])).toBe('a\nb');
});
