import type { Input } from '../http/input.ts';
import type { Invitation } from '../model/entities.ts';
import { parseDataUri } from '../sdp/data-uri.ts';

/** The message that an invitation to exchange messages may carry. */
export function firstMessage(input: Input): Invitation['message'] {
  const href = input.href('message');
  if (href === undefined) return undefined;
  const data = parseDataUri(href);
  if (data === undefined) {
    input.reject('message');
    return undefined;
  }
  return {
    format: data.mediaType === 'text/html' ? 'Html' : 'Plain',
    text: data.bytes.toString('utf8'),
  };
}
