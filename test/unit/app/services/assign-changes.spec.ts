import { applyPatches, enablePatches, produceWithPatches } from 'immer';
import { expect, it } from 'vitest';
import { assignChanges } from '../../../../app/services/assign-changes.ts';

enablePatches();

/** The paths that a change writes; fails if it leads anywhere else than to `next`. */
function pathsOf(before: object, next: object): readonly string[] {
  const [after, patches] = produceWithPatches(before, (draft) => {
    assignChanges(draft, before, next);
  });
  expect(after).toEqual(next);
  expect(applyPatches(before, patches)).toEqual(next);
  return patches.map(({ path }) => path.join('/'));
}

const a = { id: 'a', name: 'A', media: { muted: false } };
const b = { id: 'b', name: 'B', media: { muted: false } };

it.each([
  ['nothing', { list: [a], text: 'x' }, { list: [{ ...a }], text: 'x' }, []],
  ['a field', { text: 'x', other: 1 }, { text: 'y', other: 1 }, ['text']],
  ['a field that went', { text: 'x', other: 1 }, { text: 'x' }, ['other']],
  ['a value that became null', { text: { a: 1 } }, { text: null }, ['text']],
  ['a value that was null', { text: null }, { text: { a: 1 } }, ['text']],
  ['a new entry', { list: [a] }, { list: [a, b] }, ['list/1']],
  [
    'a field of an entry',
    { list: [a, b] },
    { list: [a, { ...b, media: { muted: true } }] },
    ['list/1/media/muted'],
  ],
  ['the last entries', { list: [a, b] }, { list: [a] }, ['list/1']],
  ['an order', { list: [a, b] }, { list: [b, a] }, ['list']],
  ['the first entry', { list: [a, b] }, { list: [b] }, ['list']],
  ['texts', { list: ['x', 'y'] }, { list: ['x', 'z'] }, ['list']],
  ['a list that became something else', { list: [a] }, { list: { a: 1 } }, ['list']],
])('writes %s and nothing else', (_what, before, next, paths) => {
  expect(pathsOf(before, next)).toEqual(paths);
});
