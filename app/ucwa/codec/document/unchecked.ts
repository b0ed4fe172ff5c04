import type { PropertyValue } from '../../hypermedia/resource.ts';

/** A parsed document, not looked at yet. */
export type UncheckedObject = Readonly<Record<string, unknown>>;

/** Deeper nesting than any real resource has; deeper than this is an attack or a bug. */
export const usualMaxDepth = 32;

export function isObject(value: unknown): value is UncheckedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** An object without inherited members: names come from the server. */
export function bare<Value>(): Record<string, Value> {
  return Object.create(null);
}

/** Whether it is what JSON carries and nested so little that later code may walk it. */
export function isShallow(value: unknown, left: number): value is PropertyValue {
  if (typeof value !== 'object') return value !== undefined;
  if (value === null) return true;
  if (left === 0) return false;
  if (Array.isArray(value)) {
    for (const part of value) if (!isShallow(part, left - 1)) return false;
    return true;
  }
  for (const name in value) {
    if (!isShallow((value as UncheckedObject)[name], left - 1)) return false;
  }
  return true;
}

/** The same of an object. */
export function isBag(
  value: UncheckedObject,
  left: number,
): value is Readonly<Record<string, PropertyValue>> {
  return isShallow(value, left);
}

/** What stands where one of a kind, or several, may. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
