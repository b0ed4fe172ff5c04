import { malformed } from '../../malformed.ts';
import { jsonErrorOffset } from './json-error-offset.ts';

const byteOrderMark = 0xfeff;

/**
 * The value as JSON.parse gives it, not looked at yet.
 * @throws UcwaError 'malformed' with the offset of the first character that is wrong
 */
export function parseJson(text: string): unknown {
  const json = text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw malformed('not JSON', `offset ${jsonErrorOffset(json)}`);
  }
}
