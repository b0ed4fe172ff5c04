import type { UcwaReason } from '../../events/ucwa-event.ts';
import { isBag, isObject, isShallow, text } from './unchecked.ts';

/** UCWA's error body or event reason; null when the value is none (it has no `code`). */
export function readReason(value: unknown, maxDepth: number): UcwaReason | null {
  if (!isObject(value)) return null;
  const { code: givenCode, subcode, message, parameters, debugInfo: givenInfo, ...others } = value;
  const code = text(givenCode);
  if (code === null) return null;
  // An empty bag in XML has no children, and so looks like an empty text.
  const debugInfo = givenInfo === '' ? null : (givenInfo ?? null);
  const reason = {
    code,
    subcode: text(subcode),
    message: text(message),
    parameters: readParameters(parameters),
    debugInfo: isShallow(debugInfo, maxDepth) ? debugInfo : null,
  };
  const hasOthers = Object.keys(others).length > 0;
  return hasOthers && isBag(others, maxDepth) ? { ...reason, others } : reason;
}

/** A list of `{name, reason}`, or a bag of reasons by name. In XML the reason may be all its text. */
function readParameters(value: unknown): UcwaReason['parameters'] {
  if (Array.isArray(value)) {
    return value.filter(isObject).map((parameter) => ({
      name: text(parameter.name) ?? '',
      reason: text(parameter.reason) ?? text(parameter.value),
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, reason]) => ({
    name,
    reason: isObject(reason) ? text(reason.reason) : text(reason),
  }));
}
