import type { UcwaReason } from '../../events/ucwa-event.ts';
import type { Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import type { RequestBody } from '../../ucwa-application.ts';
import type { Codec, EncodedBody, EventsDocument } from '../codec.ts';
import { readEvents } from '../document/read-events.ts';
import { readReason } from '../document/read-reason.ts';
import { readDocument } from '../document/read-resource.ts';
import { isObject, usualMaxDepth } from '../document/unchecked.ts';
import { encodeRaw } from '../raw-body.ts';
import { parseJson } from './parse-json.ts';

/** UCWA's JSON: HAL-like, with `_links`, `_embedded` and `rel`. */
export class JsonCodec implements Codec {
  readonly mediaTypes = ['application/json'];
  readonly #maxDepth: number;

  /** @param maxDepth how deep an answer may be nested */
  constructor(maxDepth: number = usualMaxDepth) {
    this.#maxDepth = maxDepth;
  }

  reads(contentType: string): boolean {
    return /^\s*(?:application|text)\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType);
  }

  decodeResource(text: string, baseUrl: string): Resource {
    const value = parseJson(text);
    if (!isObject(value)) throw malformed('no object', '$');
    return readDocument(value, baseUrl, this.#maxDepth);
  }

  decodeEvents(text: string, baseUrl: string): EventsDocument {
    return readEvents(parseJson(text), baseUrl, this.#maxDepth);
  }

  decodeError(text: string): UcwaReason | null {
    try {
      return readReason(parseJson(text), this.#maxDepth);
    } catch {
      return null;
    }
  }

  encode(body: RequestBody): EncodedBody {
    if (body.type !== 'resource') return encodeRaw(body);
    const links = Object.entries(body.links ?? {}).map(([rel, href]) => [rel, { href }] as const);
    const value = {
      ...body.properties,
      ...(links.length === 0 ? {} : { _links: Object.fromEntries(links) }),
    };
    return { contentType: 'application/json', text: JSON.stringify(value) };
  }
}
