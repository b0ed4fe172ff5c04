import type { RequestBody } from '../ucwa-application.ts';
import type { EncodedBody } from './codec.ts';

/** Bodies that are the same in every codec: an SDP, or the text of a message. */
export function encodeRaw(body: Exclude<RequestBody, { readonly type: 'resource' }>): EncodedBody {
  if (body.type === 'sdp') return { contentType: 'application/sdp', text: body.sdp };
  const contentType = body.format === 'Html' ? 'text/html' : 'text/plain';
  return { contentType: `${contentType};charset=utf-8`, text: body.text };
}
