import type { UcwaReason } from '../../events/ucwa-event.ts';
import type { Resource } from '../../hypermedia/resource.ts';
import type { RequestBody } from '../../ucwa-application.ts';
import type { Codec, EncodedBody, EventsDocument } from '../codec.ts';
import { readEvents } from '../document/read-events.ts';
import { readReason } from '../document/read-reason.ts';
import { readDocument } from '../document/read-resource.ts';
import { usualMaxDepth } from '../document/unchecked.ts';
import { encodeRaw } from '../raw-body.ts';
import type { Tree } from './members.ts';
import { attribute, parseXml } from './parse-xml.ts';
import { ToDocument } from './to-document.ts';
import type { TypeLookup } from './typed-text.ts';
import { writeXml } from './write-xml.ts';

/** UCWA's XML. Events come in the vendor's media type only. */
export class XmlCodec implements Codec {
  readonly mediaTypes = ['application/vnd.microsoft.com.ucwa+xml', 'application/xml'];
  readonly #toDocument: ToDocument;
  readonly #maxDepth: number;

  /**
   * @param typeOf the types of properties, which XML does not tell
   * @param maxDepth how deep an answer may be nested
   */
  constructor(typeOf: TypeLookup, maxDepth: number = usualMaxDepth) {
    this.#toDocument = new ToDocument(typeOf, maxDepth);
    this.#maxDepth = maxDepth;
  }

  reads(contentType: string): boolean {
    return /^\s*(?:application|text)\/(?:[\w.+-]+\+)?xml\s*(?:;|$)/i.test(contentType);
  }

  decodeResource(text: string, baseUrl: string): Resource {
    const root = parseXml(text);
    const tree = this.#toDocument.document(root);
    return readDocument(tree, baseUrl, this.#maxDepth, attribute(root, 'rel'));
  }

  decodeEvents(text: string, baseUrl: string): EventsDocument {
    return readEvents(this.#tree(text), baseUrl, this.#maxDepth);
  }

  decodeError(text: string): UcwaReason | null {
    try {
      return readReason(this.#tree(text), this.#maxDepth);
    } catch {
      return null;
    }
  }

  encode(body: RequestBody, method: 'POST' | 'PUT' = 'POST'): EncodedBody {
    if (body.type !== 'resource') return encodeRaw(body);
    return {
      contentType: 'application/xml',
      text: writeXml(method === 'PUT' ? 'resource' : 'input', body),
    };
  }

  #tree(text: string): Tree {
    return this.#toDocument.document(parseXml(text));
  }
}
