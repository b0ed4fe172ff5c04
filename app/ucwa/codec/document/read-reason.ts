import type { UcwaReason } from '../../events/ucwa-event.ts';
import { isObject, isShallow, text } from './unchecked.ts';

/** UCWA's error body or event reason; null when the value is none (it has no `code`). */
export function readReason(value: unknown, maxDepth: number): UcwaReason | null {
  if (!isObject(value)) return null;
  const code = text(value.code);
  if (code === null) return null;
  // An empty bag in XML has no children, and so looks like an empty text.
  const debugInfo = value.debugInfo === '' ? null : (value.debugInfo ?? null);
  return {
    code,
    subcode: text(value.subcode),
    message: text(value.message),
    parameters: readParameters(value.parameters),
    debugInfo: isShallow(debugInfo, maxDepth) ? debugInfo : null,
  };
}

/** A list of `{name, reason}`, or a bag of reasons by name. */
function readParameters(value: unknown): UcwaReason['parameters'] {
  if (Array.isArray(value)) {
    return value.filter(isObject).map((parameter) => ({
      name: text(parameter.name) ?? '',
      reason: text(parameter.reason),
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, reason]) => ({ name, reason: text(reason) }));
}
