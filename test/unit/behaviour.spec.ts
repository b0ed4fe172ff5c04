import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..');

/** The rows of the table: from number, to number, files. */
const row = /^\| (\d+)(?:–(\d+))? \| (.+) \|$/gm;
const fileInRow = /`([^`]+)`/g;
/** A test, or a group of them, whose name begins with a number. */
const numbered = /\(\s*['"`](\d{1,2}): /g;

const lastLine = 61;
/** `12 tickets.spec.ts` for each line and file of the table. */
function promised(): readonly string[] {
  const table = readFileSync(join(folder, 'integration/behaviour/README.md'), 'utf8');
  return [...table.matchAll(row)].flatMap(([, from = '', to = from, files = '']) =>
    [...files.matchAll(fileInRow)].flatMap(([, file]) => {
      const count = Number(to) - Number(from) + 1;
      return Array.from({ length: count }, (_, index) => `${Number(from) + index} ${file}`);
    }),
  );
}

/** The same for the numbered tests. */
function found(): readonly string[] {
  const tests = globSync('**/*.spec.{ts,tsx}', { cwd: folder }).flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(numbered)].map(([, number]) => `${number} ${basename(file)}`);
  });
  return [...new Set(tests)];
}

const numberOf = (line: string): number => Number.parseInt(line, 10);
const inOrder = (lines: readonly string[]): readonly string[] =>
  lines.toSorted((one, other) => numberOf(one) - numberOf(other) || one.localeCompare(other));

test('each line of the table of behaviours has a test that bears its number, where the table says', () => {
  expect(inOrder(found())).toEqual(inOrder(promised()));
});

test('the table has every line', () => {
  const lines = new Set(promised().map(numberOf));
  const missing = Array.from({ length: lastLine }, (_, index) => index + 1).filter(
    (line) => !lines.has(line),
  );
  expect(missing).toEqual([]);
});
