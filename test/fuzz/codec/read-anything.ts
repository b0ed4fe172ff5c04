import { ucwaCodecs } from '../../../app/ucwa/codec/ucwa-codecs.ts';
import { UcwaError } from '../../../app/ucwa/ucwa-error.ts';

const codecs = ucwaCodecs();
const baseUrl = 'https://pool.example.test/ucwa/v1/applications/1/events?ack=1';
/** Of one response: an empty document has some members, too. */
const fewMembers = 200;

/**
 * Reads a body as a resource, as events and as an error. Each gives a value no larger than the body
 * lets expect, or an error that says where the body is wrong.
 * @throws Error when a rule is broken
 */
export function readAnything(contentType: string, text: string): void {
  const decoder = codecs.for(contentType);
  if (decoder === null) return;
  const limit = fewMembers + 40 * text.length;
  for (const read of [
    () => decoder.decodeResource(text, baseUrl),
    () => decoder.decodeEvents(text, baseUrl),
  ]) {
    try {
      if (sizeOf(read(), limit) > limit) throw new Error('The result is larger than the body');
    } catch (error) {
      const isTyped = error instanceof UcwaError && error.kind === 'malformed';
      if (!isTyped || error.position === null) throw error;
    }
  }
  decoder.decodeError(text);
}

/** Number of members and length of texts in a value; stops counting beyond `limit`. */
function sizeOf(root: unknown, limit: number): number {
  let size = 0;
  const open: unknown[] = [root];
  while (open.length > 0 && size <= limit) {
    const value = open.pop();
    size += typeof value === 'string' ? value.length : 1;
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
  return size;
}
