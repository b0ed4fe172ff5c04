/**
 * Writes into a draft what distinguishes `next` from `before`, and nothing else, so that the patch
 * of a change is as small as the change. `draft` is the draft of `before`.
 */
export function assignChanges(draft: object, before: object, next: object): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(next, key)) Reflect.deleteProperty(draft, key);
  }
  for (const [key, value] of Object.entries(next)) {
    assign(draft, key, Reflect.get(before, key), value);
  }
}

function assign(draft: object, key: string, before: unknown, next: unknown): void {
  if (Object.is(before, next)) return;
  const target: unknown = Reflect.get(draft, key);
  if (isList(target) && isList(before) && isList(next) && goesOn(before, next)) {
    assignList(target, before, next);
  } else if (isFields(target) && isFields(before) && isFields(next)) {
    assignChanges(target, before, next);
  } else Reflect.set(draft, key, next);
}

function assignList(
  draft: readonly unknown[],
  before: readonly unknown[],
  next: readonly unknown[],
): void {
  if (next.length < before.length) Reflect.set(draft, 'length', next.length);
  next.forEach((value, index) => {
    assign(draft, String(index), before[index], value);
  });
}

/** Whether each entry is where it was; otherwise the list is written anew in one piece. */
const goesOn = (before: readonly unknown[], next: readonly unknown[]): boolean =>
  before.slice(0, next.length).every((entry, index) => isSame(entry, next[index]));

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) ||
  (isFields(one) && isFields(other) && idOf(one) !== undefined && idOf(one) === idOf(other));

const idOf = (value: object): unknown => Reflect.get(value, 'id');

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
