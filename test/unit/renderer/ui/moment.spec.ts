import { expect, it } from 'vitest';
import { formatMoment } from '../../../../renderer/ui/moment.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-12T15:00:00');

it.each([
  ['2026-03-12T09:05:00', '9:05 AM'],
  ['2026-03-11T09:05:00', 'Wed 9:05 AM'],
  ['2026-02-01T09:05:00', 'Feb 1, 9:05 AM'],
])('%s is said as %s', (moment, words) => {
  expect(formatMoment(at(moment), now, 'en-US').replaceAll('\u202f', ' ')).toBe(words);
});
