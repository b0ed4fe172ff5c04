import type { Decoder, EventsDocument } from '../../app/ucwa/codec/codec.ts';
import { ucwaCodecs } from '../../app/ucwa/codec/ucwa-codecs.ts';
import type { UcwaReason } from '../../app/ucwa/events/ucwa-event.ts';
import type { Resource } from '../../app/ucwa/hypermedia/resource.ts';
import { requireAddress } from '../../app/ucwa/transport/trusted-url.ts';
import { UcwaError } from '../../app/ucwa/ucwa-error.ts';
import { lossesOfEvents, lossesOfReason, lossesOfResource } from './losses.ts';
import { jsonSource, type Source, xmlSource } from './source.ts';

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
 * them must read, and the address must be refused.
 */
export function checkDocument({ name, text }: CorpusFile): Reading {
  if (/_Malformed\.\w+$/i.test(name)) return checkMalformed(name, text);
  try {
    const { document, losses } = readDocument(name, text);
    if (losses.length > 0) return { type: 'failed', problem: `lost: ${losses.join(', ')}` };
    if (/_Malformed\w*Uri\w*\.\w+$/i.test(name) && badAddresses(document) === 0) {
      return { type: 'failed', problem: 'no address in it is refused' };
    }
    return { type: 'read', document };
  } catch (error) {
    return { type: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
}

function checkMalformed(name: string, text: string): Reading {
  try {
    decoderOf(name).decodeResource(text, baseUrl);
  } catch (error) {
    const isTyped = error instanceof UcwaError && error.kind === 'malformed';
    if (isTyped && error.position !== null) return { type: 'read', document: null };
    return { type: 'failed', problem: `no typed error with a position: ${error}` };
  }
  return { type: 'failed', problem: 'malformed, and was read nevertheless' };
}

function readDocument(name: string, text: string): { document: Document; losses: string[] } {
  const decoder = decoderOf(name);
  const source = sourceOf(name, text, decoder);
  const base = /"baseuri"\s*:\s*"(https?:[^"]+)"/.exec(text)?.[1] ?? baseUrl;
  switch (source.kind) {
    case 'events': {
      const document = decoder.decodeEvents(text, baseUrl);
      return {
        document: { kind: 'events', document },
        losses: lossesOfEvents(source.events, document, base),
      };
    }
    case 'error': {
      const reason = decoder.decodeError(text);
      if (reason === null) throw new Error('no reason in an error body');
      return {
        document: { kind: 'error', reason },
        losses: lossesOfReason(source.members, reason),
      };
    }
    case 'resource': {
      const resource = decoder.decodeResource(text, baseUrl);
      return {
        document: { kind: 'resource', resource },
        losses: lossesOfResource(source.resource, resource, base),
      };
    }
  }
}

function sourceOf(name: string, text: string, decoder: Decoder): Source {
  try {
    return name.endsWith('.xml') ? xmlSource(text) : jsonSource(text);
  } catch (error) {
    // The program's own error says what is wrong; it has to have one.
    decoder.decodeResource(text, baseUrl);
    throw error;
  }
}

function decoderOf(name: string): Decoder {
  const codecs = ucwaCodecs();
  const decoder = codecs.for(name.endsWith('.xml') ? 'application/xml' : 'application/json');
  if (decoder === null) throw new Error('no codec');
  return decoder;
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
