import { expect, it } from 'vitest';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { agoWords } from '../../../../renderer/features/shell/connection-words.ts';

const { translate } = createTranslator('en');
const nowMs = 1_000_000;

it.each([
  [0, '0 seconds ago'],
  [1_000, 'One second ago'],
  [119_000, '119 seconds ago'],
  [120_000, '2 minutes ago'],
  [-5_000, '0 seconds ago'],
])('%i ms ago is said as "%s"', (ageMs, words) => {
  const { key, values } = agoWords(nowMs - ageMs, nowMs);
  expect(translate(key, values)).toBe(words);
});

it('says when it never was', () => {
  expect(agoWords(null, nowMs).key).toBe('connection.never');
});
