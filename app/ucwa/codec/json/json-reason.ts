import type { UcwaReason } from '../../events/ucwa-event.ts';
import type { PropertyValue } from '../../hypermedia/resource.ts';
import { text } from './json-resource.ts';
import { isObject } from './parse-json.ts';

/** UCWA's error body or event reason; null when the value is none (it has no `code`). */
export function toReason(value: unknown): UcwaReason | null {
  if (!isObject(value)) return null;
  const code = text(value.code);
  if (code === null) return null;
  const parameters = Array.isArray(value.parameters) ? value.parameters : [];
  return {
    code,
    subcode: text(value.subcode),
    message: text(value.message),
    parameters: parameters.filter(isObject).map((parameter) => ({
      name: text(parameter.name) ?? '',
      reason: text(parameter.reason),
    })),
    debugInfo: (value.debugInfo ?? null) as PropertyValue,
  };
}
