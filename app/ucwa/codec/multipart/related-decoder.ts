import { encodeDataUri } from '../../hypermedia/data-uri.ts';
import { type Part, splitMultipart } from '../../hypermedia/multipart.ts';
import type { Link, Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import type { Decoder } from '../codec.ts';

/**
 * Reads `multipart/related` (RFC 2387): a document with the parts that its `cid:` links name. The
 * links are given as `data:` URIs of the parts, so that nothing above need know.
 * @param decoderFor what reads the document itself
 * @returns null when the type is another, or the document's is not UCWA's
 */
export function relatedDecoder(
  contentType: string,
  decoderFor: (contentType: string) => Decoder | null,
): Decoder | null {
  if (!/^\s*multipart\/related(?:\+\w+)?\s*(?:;|$)/i.test(contentType)) return null;
  const boundary = parameter(contentType, 'boundary');
  const type = parameter(contentType, 'type');
  if (boundary === null || (type !== null && decoderFor(type) === null)) return null;
  const start = parameter(contentType, 'start');

  const split = (text: string): { decoder: Decoder; root: string; parts: Parts } => {
    const all = splitMultipart(text, boundary);
    const root = all.find((part) => start !== null && contentId(part) === plainId(start)) ?? all[0];
    const decoder =
      root === undefined ? null : decoderFor(root.headers['content-type'] ?? type ?? '');
    if (root === undefined || decoder === null) throw malformed('no document', 'multipart');
    return { decoder, root: root.body, parts: partsById(all) };
  };

  return {
    decodeResource(text, baseUrl) {
      const { decoder, root, parts } = split(text);
      return withParts(decoder.decodeResource(root, baseUrl), parts);
    },
    decodeEvents(text, baseUrl) {
      const { decoder, root, parts } = split(text);
      const document = decoder.decodeEvents(root, baseUrl);
      const events = document.events.map((event) => ({
        ...event,
        resource: event.resource === null ? null : withParts(event.resource, parts),
        embedded: mapLists(event.embedded, (resource) => withParts(resource, parts)),
      }));
      return { ...document, events };
    },
    decodeError(text) {
      try {
        const { decoder, root } = split(text);
        return decoder.decodeError(root);
      } catch {
        return null;
      }
    },
  };
}

type Parts = ReadonlyMap<string, string>;

/** The parts as `data:` URIs, by Content-ID. */
function partsById(parts: readonly Part[]): Parts {
  return new Map(
    parts.flatMap((part): [string, string][] => {
      const id = contentId(part);
      return id === null ? [] : [[id, dataUri(part)]];
    }),
  );
}

function dataUri({ headers, body }: Part): string {
  const type = headers['content-type'] ?? 'text/plain';
  const isBase64 = headers['content-transfer-encoding']?.trim().toLowerCase() === 'base64';
  return isBase64 ? `data:${type};base64,${body.replace(/\s+/g, '')}` : encodeDataUri(type, body);
}

function withParts(resource: Resource, parts: Parts): Resource {
  return {
    ...resource,
    links: mapLists(resource.links, (link) => withPart(link, parts)),
    embedded: mapLists(resource.embedded, (embedded) => withParts(embedded, parts)),
  };
}

function withPart(link: Link, parts: Parts): Link {
  const id = /^\s*cid\s*:(.*)$/i.exec(link.href)?.[1];
  const part = id === undefined ? undefined : parts.get(plainId(id));
  return part === undefined ? link : { ...link, href: part };
}

function mapLists<Item>(
  lists: Readonly<Record<string, readonly Item[]>>,
  change: (item: Item) => Item,
): Readonly<Record<string, readonly Item[]>> {
  const mapped: Record<string, readonly Item[]> = Object.create(null);
  for (const [name, items] of Object.entries(lists)) mapped[name] = items.map(change);
  return mapped;
}

function contentId(part: Part): string | null {
  const id = part.headers['content-id'];
  return id === undefined ? null : plainId(id);
}

/** A Content-ID as a header (`<a@b>`) or a `cid:` URL (percent-encoded) has it. */
function plainId(id: string): string {
  const plain = id.trim().replace(/^<(.*)>$/, '$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** A parameter of a media type, quoted or not; null without it. */
function parameter(contentType: string, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i');
  const found = pattern.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}
