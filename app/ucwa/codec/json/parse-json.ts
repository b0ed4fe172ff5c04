import { malformed } from '../../malformed.ts';
import { jsonErrorOffset } from './json-error-offset.ts';

/** The value as JSON.parse gives it, not looked at yet. */
export type Unchecked = unknown;
export type UncheckedObject = Readonly<Record<string, unknown>>;

const byteOrderMark = 0xfeff;

/** @throws UcwaError 'malformed' with the offset of the first character that is wrong */
export function parseJson(text: string): Unchecked {
  const json = text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw malformed('not JSON', `offset ${jsonErrorOffset(json)}`);
  }
}

export function isObject(value: unknown): value is UncheckedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
