/**
 * What stands in a document, found without the program's codecs, to hold what they read against it.
 */
export type Source = SourceContent & {
  /** What hrefs are relative to, if the document says so. */
  readonly baseUri: string | null;
};

type SourceContent =
  | { readonly kind: 'resource'; readonly resource: SourceResource }
  | {
      readonly kind: 'events';
      readonly events: readonly SourceEvent[];
      readonly links: readonly SourceLink[];
    }
  | { readonly kind: 'error'; readonly members: Readonly<Record<string, unknown>> };

export interface SourceResource {
  /** What it says that it is. */
  readonly rel: unknown;
  /** Values by name: what JSON.parse gives, or texts and lists of texts of XML. */
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly links: readonly SourceLink[];
  readonly embedded: readonly (readonly [relation: string, resource: SourceResource])[];
}

export type SourceLink = Readonly<Record<string, unknown>> & { readonly rel: string };

export interface SourceEvent {
  readonly type: unknown;
  readonly sender: SourceLink;
  readonly link: SourceLink;
  readonly in: SourceLink | null;
  readonly status: unknown;
  readonly reason: Readonly<Record<string, unknown>> | null;
  readonly embedded: SourceResource['embedded'];
  /** Members that are not documented. */
  readonly properties: SourceResource['properties'];
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** @throws SyntaxError */
export function jsonSource(text: string): Source {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new SyntaxError('no object');
  const baseUri = typeof value.baseuri === 'string' ? value.baseuri : null;
  const resource = jsonResource(value);
  if (isEvents(value, resource)) {
    const events = listOf(value.sender ?? []).flatMap((sender) => {
      if (!isObject(sender)) return [];
      const { events: list, ...link } = sender;
      return listOf(list ?? [])
        .filter(isObject)
        .map((event) => jsonEvent(event, toLink('', link)));
    });
    return { kind: 'events', events, links: resource.links, baseUri };
  }
  const isResource = value._links !== undefined || value.rel !== undefined;
  if (typeof value.code === 'string' && !isResource) {
    return { kind: 'error', members: value, baseUri };
  }
  return { kind: 'resource', resource, baseUri };
}

/** Whether it is of the event channel: with events, or with nothing but where they go on. */
function isEvents(
  { sender }: JsonObject,
  { properties, links, embedded }: SourceResource,
): boolean {
  if (typeof sender === 'object' && sender !== null) return true;
  const goesOn = links.some(({ rel }) => ['next', 'resync', 'resume'].includes(rel));
  return goesOn && properties.every(([name]) => name === 'baseuri') && embedded.length === 0;
}

function jsonResource(value: JsonObject): SourceResource {
  const { _links: links, _embedded: embedded, ...properties } = value;
  return {
    rel: value.rel ?? null,
    properties: Object.entries(properties),
    links: Object.entries(isObject(links) ? links : {}).flatMap(([rel, each]) =>
      listOf(each)
        .map((link) => (typeof link === 'string' ? { href: link } : link))
        .filter(isObject)
        .map((link) => toLink(rel, link)),
    ),
    embedded: jsonEmbedded(embedded),
  };
}

function jsonEmbedded(value: unknown): SourceResource['embedded'] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([rel, each]) =>
    listOf(each)
      .filter(isObject)
      .map((resource) => [rel, jsonResource(resource)] as const),
  );
}

function jsonEvent(event: JsonObject, sender: SourceLink): SourceEvent {
  const { type, link, in: where, status = null, reason, _embedded, ...others } = event;
  return {
    type,
    sender,
    link: toLink('', isObject(link) ? link : {}),
    in: isObject(where) ? toLink('', where) : null,
    status,
    reason: isObject(reason) ? reason : null,
    embedded: jsonEmbedded(_embedded),
    properties: Object.entries(others),
  };
}

function toLink(rel: string, link: JsonObject): SourceLink {
  return { ...link, rel: typeof link.rel === 'string' && rel === '' ? link.rel : rel };
}
