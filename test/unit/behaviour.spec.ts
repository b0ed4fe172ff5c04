import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');

/** The rows of the table: from number, to number, file. */
const row = /^\| (\d+)(?:–(\d+))? \| `([^`]+)` \|$/gm;
/** A test whose name begins with a number. */
const numbered = /\(\s*['"`](\d{1,2}): /g;

/** `12 tickets.spec.ts` for each line of the table. */
function promised(): readonly string[] {
  const table = readFileSync(join(folder, 'integration/behaviour/README.md'), 'utf8');
  return [...table.matchAll(row)].flatMap(([, from = '', to = from, file]) => {
    const count = Number(to) - Number(from) + 1;
    return Array.from({ length: count }, (_, index) => `${Number(from) + index} ${file}`);
  });
}

/** The same for each numbered test. */
function found(): readonly string[] {
  return globSync('**/*.spec.{ts,tsx}', { cwd: folder }).flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(numbered)].map(([, number]) => `${number} ${basename(file)}`);
  });
}

const inOrder = (lines: readonly string[]): readonly string[] =>
  lines.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));

test('each line of the table of behaviours has one test that bears its number, where the table says', () => {
  expect(promised().length).toBeGreaterThan(0);
  expect(inOrder(found())).toEqual(inOrder(promised()));
});
