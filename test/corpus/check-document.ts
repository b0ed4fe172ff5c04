import type { Decoder, EventsDocument } from '../../app/ucwa/codec/codec.ts';
import { ucwaCodecs } from '../../app/ucwa/codec/ucwa-codecs.ts';
import type { UcwaReason } from '../../app/ucwa/events/ucwa-event.ts';
import type { Resource } from '../../app/ucwa/hypermedia/resource.ts';
import { requireAddress } from '../../app/ucwa/transport/trusted-url.ts';
import { UcwaError } from '../../app/ucwa/ucwa-error.ts';
import { bodyOf, partsOf } from './http-message.ts';
import { lossesOfEvents, lossesOfReason, lossesOfResource } from './losses.ts';
import { isXml } from './pairs.ts';
import { jsonSource, type Source } from './source.ts';
import { xmlSource } from './xml-source.ts';

/** Where the documents are taken to come from. */
export const baseUrl = 'https://fe1.example.test/ucwa/v1/applications/192';

export type Document =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'events'; readonly document: EventsDocument }
  | { readonly kind: 'error'; readonly reason: UcwaReason };

/** What became of one file: what was read, or why it could not be, or was read wrongly. */
export type Reading =
  | { readonly type: 'read'; readonly document: Document | null }
  | { readonly type: 'failed'; readonly problem: string };

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file as what it is and holds the result against the source. Files whose names say that
 * they are malformed must fail, with an error that names the place; those with a bad address in
 * them must read, and the address must be refused. A file may be a whole HTTP message.
 */
export function checkDocument({ name, text: sample }: CorpusFile): Reading {
  const { text, head, contentType } = bodyOf(sample);
  const decoder = ucwaCodecs().for(contentType ?? typeOf(name));
  // A message without a body, or with one that is no resource: an SDP, say.
  if (decoder === null || (text === '' && head !== '')) return { type: 'read', document: null };
  const file = { decoder, text, isXml: isXml(name) || /\bxml\b/i.test(contentType ?? '') };
  if (isNamed('Malformed', name)) return checkMalformed(file);
  try {
    const { documents, losses } = readDocuments(file);
    if (losses.length > 0) return { type: 'failed', problem: `lost: ${losses.join(', ')}` };
    if (isNamed('Malformed\\w*(?:Ur[il]|Href|Address)\\w*', name)) {
      if (documents.every((document) => badAddresses(document) === 0)) {
        return { type: 'failed', problem: 'no address in it is refused' };
      }
    }
    const [document = null, ...others] = documents;
    return { type: 'read', document: others.length === 0 ? document : null };
  } catch (error) {
    return { type: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** A file to read, by what it says of itself. */
interface Readable {
  readonly decoder: Decoder;
  readonly text: string;
  readonly isXml: boolean;
}

/** Whether this is a word of a file's name: `Event_Malformed.json`, `malformed-event.xml`. */
function isNamed(word: string, name: string): boolean {
  return new RegExp(`(?:^|[\\s._-])${word}(?=[\\s._-])`, 'i').test(name);
}

const typeOf = (name: string): string => (isXml(name) ? 'application/xml' : 'application/json');

function checkMalformed({ decoder, text }: Readable): Reading {
  try {
    decoder.decodeResource(text, baseUrl);
  } catch (error) {
    const isTyped = error instanceof UcwaError && error.kind === 'malformed';
    if (isTyped && error.position !== null) return { type: 'read', document: null };
    return { type: 'failed', problem: `no typed error with a position: ${error}` };
  }
  return { type: 'failed', problem: 'malformed, and was read nevertheless' };
}

interface Documents {
  readonly documents: readonly Document[];
  readonly losses: readonly string[];
}

/** What is in a file: one document, or the parts of a batch, or a JSON list of several. */
function readDocuments(file: Readable): Documents {
  const list = partsOf(file.text) ?? (file.isXml ? null : documentsIn(file.text));
  if (list === null) return readDocument(file);
  const read = list.map((text) => readDocument({ ...file, text }));
  return {
    documents: read.flatMap(({ documents }) => documents),
    losses: read.flatMap(({ losses }, index) => losses.map((loss) => `[${index}]${loss}`)),
  };
}

/** The documents of a JSON list, as texts; null when the text is none. */
function documentsIn(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map((document) => JSON.stringify(document)) : null;
  } catch {
    return null;
  }
}

function readDocument(file: Readable): Documents {
  const { decoder, text } = file;
  const source = sourceOf(file);
  const base = /^https?:\/\//i.test(source.baseUri ?? '') ? (source.baseUri ?? baseUrl) : baseUrl;
  switch (source.kind) {
    case 'events': {
      const document = decoder.decodeEvents(text, baseUrl);
      return {
        documents: [{ kind: 'events', document }],
        losses: lossesOfEvents(source.events, source.links, document, {
          events: base,
          channel: baseUrl,
        }),
      };
    }
    case 'error': {
      const reason = decoder.decodeError(text);
      if (reason === null) throw new Error('no reason in an error body');
      return {
        documents: [{ kind: 'error', reason }],
        losses: lossesOfReason(source.members, reason),
      };
    }
    case 'resource': {
      const resource = decoder.decodeResource(text, baseUrl);
      return {
        documents: [{ kind: 'resource', resource }],
        losses: lossesOfResource(source.resource, resource, base),
      };
    }
  }
}

function sourceOf({ decoder, text, isXml }: Readable): Source {
  try {
    return isXml ? xmlSource(text) : jsonSource(text);
  } catch (error) {
    // The program's own error says what is wrong; it has to have one.
    decoder.decodeResource(text, baseUrl);
    throw error;
  }
}

/** How many addresses of a document are refused, with the error that says so, when followed. */
function badAddresses(document: Document): number {
  return hrefsOf(document).filter((href) => {
    try {
      requireAddress(href);
      return false;
    } catch (error) {
      return error instanceof UcwaError && error.kind === 'bad-address';
    }
  }).length;
}

function hrefsOf(document: Document): string[] {
  if (document.kind === 'error') return [];
  if (document.kind === 'resource') return hrefsIn(document.resource);
  return document.document.events.flatMap((event) => [
    event.link.href,
    ...(event.resource === null ? [] : hrefsIn(event.resource)),
  ]);
}

function hrefsIn(resource: Resource): string[] {
  const links = Object.values(resource.links).flat();
  const hrefs = links
    .map((link) => link.href)
    .filter((href) => !/^\s*(?:data|cid)\s*:/i.test(href));
  return [...hrefs, ...Object.values(resource.embedded).flat().flatMap(hrefsIn)];
}
