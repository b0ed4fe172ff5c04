import type { Document } from './document.ts';
import { writeXml } from './xml-writer.ts';

/** One way to write documents. */
export interface Syntax {
  /** The `Content-Type` of what is written. */
  readonly contentType: string;
  write(document: Document): string;
}

function writeJson({ value }: Document): string {
  return JSON.stringify(value);
}

/** The media types of UCWA, the one for clients that do not mind first. */
const writers: Readonly<Record<string, Syntax['write']>> = {
  'application/json': writeJson,
  'application/vnd.microsoft.com.ucwa+json': writeJson,
  'application/vnd.microsoft.com.ucwa+xml': writeXml,
  'application/xml': writeXml,
};

function named(mediaType: string): Syntax | undefined {
  const write = writers[mediaType];
  return write === undefined ? undefined : { contentType: `${mediaType}; charset=utf-8`, write };
}

/** What a client gets that does not say what it takes, and one that takes nothing of UCWA's for its errors. */
export const defaultSyntax: Syntax = {
  contentType: 'application/json; charset=utf-8',
  write: writeJson,
};

interface Range {
  readonly mediaType: string;
  readonly quality: number;
}

function parseAccept(accept: string): readonly Range[] {
  return accept
    .split(',')
    .map((text) => {
      const [mediaType = '', ...parameters] = text.split(';').map((part) => part.trim());
      const given = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      const quality = given === undefined ? 1 : Number(given);
      return { mediaType: mediaType.toLowerCase(), quality: Number.isNaN(quality) ? 0 : quality };
    })
    .filter(({ mediaType, quality }) => mediaType !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

/** The best syntax for an `Accept` header (RFC 9110, 12.5.1); undefined when there is none that it takes. */
export function syntaxFor(accept: string | undefined): Syntax | undefined {
  if (accept === undefined || accept.trim() === '') return defaultSyntax;
  for (const { mediaType } of parseAccept(accept)) {
    if (mediaType === '*/*' || mediaType === 'application/*') return defaultSyntax;
    const syntax = named(mediaType);
    if (syntax !== undefined) return syntax;
  }
  return undefined;
}
