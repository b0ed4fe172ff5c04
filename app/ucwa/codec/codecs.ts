import type { RequestBody } from '../ucwa-application.ts';
import type { Codec, Decoder, EncodedBody } from './codec.ts';
import { relatedDecoder } from './multipart/related-decoder.ts';

/**
 * The syntaxes that a client reads. A response is read by its own `Content-Type`, whatever was
 * asked for; requests are written in the first.
 */
export class Codecs {
  readonly #codecs: readonly [Codec, ...Codec[]];

  constructor(...codecs: readonly [Codec, ...Codec[]]) {
    this.#codecs = codecs;
  }

  /** Value of `Accept`: the syntax that requests are written in. */
  get accept(): string {
    return this.#codecs[0].mediaTypes.join(', ');
  }

  /**
   * What reads a body of this type; null when it is not UCWA's.
   * @param contentType null when the response does not say: then it is taken for what was asked
   */
  for(contentType: string | null): Decoder | null {
    if (contentType === null) return this.#codecs[0];
    const codec = this.#codecs.find((candidate) => candidate.reads(contentType));
    return codec ?? relatedDecoder(contentType, (type) => this.#single(type));
  }

  encode(body: RequestBody, method: 'POST' | 'PUT' = 'POST'): EncodedBody {
    return this.#codecs[0].encode(body, method);
  }

  #single(contentType: string): Decoder | null {
    return this.#codecs.find((candidate) => candidate.reads(contentType)) ?? null;
  }
}
