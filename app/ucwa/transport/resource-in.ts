import type { HttpResponse } from '../../ports/http-transport.ts';
import type { Codecs } from '../codec/codecs.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { fromForeignResponse } from './errors.ts';
import { header } from './response.ts';

/**
 * The resource that a success carries, by the syntax that its `Content-Type` names.
 * @throws UcwaError 'proxy' when the body is not UCWA's; 'malformed' when it cannot be read
 */
export function resourceIn(response: HttpResponse, codecs: Codecs, url: string): Resource {
  const decoder = codecs.for(header(response, 'content-type'));
  if (decoder === null) throw fromForeignResponse(response, url);
  return decoder.decodeResource(response.body, url);
}
