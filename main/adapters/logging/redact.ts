import { phoneTail, redactText } from '../../../app/util/redact-text.ts';

const secretKey = /password|passwd|secret|token|ticket|authorization|cookie|credential|ice-?pwd/i;
/** What people wrote to each other. Its length helps to find faults, its words do not. */
const writtenByPeopleKey =
  /^(?:(?:plain|html)message|messagetext|text|subject|customcontent|note)$/i;
/** `typed` is what was dialled. */
const phoneKey = /phone|^typed$/i;
const deepest = 6;

/** A copy of `value` that may be written to a log. Takes anything, cycles included. */
export function redact(value: unknown): unknown {
  return redactValue(value, deepest, new Set());
}

function redactValue(value: unknown, depth: number, parents: ReadonlySet<object>): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' ? '[function]' : value;
  }
  if (parents.has(value)) return '[circular]';
  if (depth === 0) return '[deeper]';
  const within = new Set(parents).add(value);
  if (value instanceof Error) return redactError(value, depth, within);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth - 1, within));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactEntry(key, item, depth - 1, within)]),
  );
}

function redactEntry(
  key: string,
  value: unknown,
  depth: number,
  parents: ReadonlySet<object>,
): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (secretKey.test(key)) return '[redacted]';
  if (typeof value === 'string' && writtenByPeopleKey.test(key)) {
    return `[redacted: ${value.length} characters]`;
  }
  if (typeof value === 'string' && phoneKey.test(key)) return phoneTail(value);
  return redactValue(value, depth, parents);
}

function redactError(error: Error, depth: number, parents: ReadonlySet<object>): object {
  const { name, message, stack, cause, ...more } = error;
  return {
    name,
    message: redactText(message),
    ...(stack === undefined ? {} : { stack: redactText(stack) }),
    ...(cause === undefined ? {} : { cause: redactValue(cause, depth - 1, parents) }),
    ...Object.fromEntries(
      Object.entries(more).map(([key, item]) => [key, redactEntry(key, item, depth - 1, parents)]),
    ),
  };
}
