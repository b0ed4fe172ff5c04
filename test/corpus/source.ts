import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/**
 * What stands in a document, found without the program's codecs, to hold what they read against it.
 */
export type Source =
  | { readonly kind: 'resource'; readonly resource: SourceResource }
  | { readonly kind: 'events'; readonly events: readonly SourceEvent[] }
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
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** @throws SyntaxError */
export function jsonSource(text: string): Source {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new SyntaxError('no object');
  if (Array.isArray(value.sender)) {
    const events = value.sender.filter(isObject).flatMap((sender) => {
      const { events: list, ...link } = sender;
      return listOf(list ?? [])
        .filter(isObject)
        .map((event) => jsonEvent(event, toLink('', link)));
    });
    return { kind: 'events', events };
  }
  if (typeof value.code === 'string' && value._links === undefined) {
    return { kind: 'error', members: value };
  }
  return { kind: 'resource', resource: jsonResource(value) };
}

function jsonResource(value: JsonObject): SourceResource {
  const { _links: links, _embedded: embedded, ...properties } = value;
  return {
    rel: value.rel ?? null,
    properties: Object.entries(properties),
    links: Object.entries(isObject(links) ? links : {}).flatMap(([rel, each]) =>
      listOf(each)
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
  return {
    type: event.type,
    sender,
    link: toLink('', isObject(event.link) ? event.link : {}),
    in: isObject(event.in) ? toLink('', event.in) : null,
    status: event.status ?? null,
    reason: isObject(event.reason) ? event.reason : null,
    embedded: jsonEmbedded(event._embedded),
  };
}

function toLink(rel: string, link: JsonObject): SourceLink {
  return { ...link, rel: typeof link.rel === 'string' && rel === '' ? link.rel : rel };
}

/** @throws XmlError */
export function xmlSource(text: string): Source {
  const { root } = parseXml(text.trimStart());
  if (root === null) throw new SyntaxError('no element');
  switch (localName(root)) {
    case 'reason':
      return { kind: 'error', members: Object.fromEntries(xmlResource(root).properties) };
    case 'events':
      return {
        kind: 'events',
        events: elements(root, 'sender').flatMap((sender) =>
          elements(sender).map((event) => xmlEvent(event, xmlLink(sender))),
        ),
      };
  }
  return { kind: 'resource', resource: xmlResource(root) };
}

function xmlResource(element: XmlElement): SourceResource {
  const { rel, href, ...others } = attributes(element);
  const self = href === undefined ? [] : [{ rel: 'self', href }];
  const properties = elements(element)
    .filter((child) => !['link', 'resource', 'sender'].includes(localName(child)))
    .map((child) => [child.attributes.name ?? localName(child), xmlValue(child)] as const);
  const [, said = rel] = properties.find(([name]) => name === 'rel') ?? [];
  return {
    rel: said ?? null,
    properties: [...Object.entries(others), ...properties],
    links: [...self, ...elements(element, 'link').map(xmlLink)],
    embedded: elements(element, 'resource').map((child) => [
      child.attributes.rel ?? '',
      xmlResource(child),
    ]),
  };
}

function xmlEvent(event: XmlElement, sender: SourceLink): SourceEvent {
  const [where] = elements(event, 'in');
  const [reason] = elements(event, 'reason');
  const { status = null } = event.attributes;
  return {
    type: localName(event),
    sender,
    link: xmlLink(event),
    in: where === undefined ? null : xmlLink(where),
    status,
    reason: reason === undefined ? null : Object.fromEntries(xmlResource(reason).properties),
    embedded: elements(event, 'resource').map((child) => [
      child.attributes.rel ?? '',
      xmlResource(child),
    ]),
  };
}

function xmlLink(element: XmlElement): SourceLink {
  return { ...attributes(element), rel: element.attributes.rel ?? '' };
}

/** A text, or the texts of everything within. */
function xmlValue(element: XmlElement): unknown {
  const children = elements(element);
  if (children.length === 0) {
    const text = element.children.map((child) => (child instanceof XmlText ? child.text : ''));
    return text.join('');
  }
  return children.map(xmlValue).flat(8);
}

function elements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || localName(child) === name),
  );
}

function attributes(element: XmlElement): Record<string, string> {
  const own = Object.entries(element.attributes).filter(([name]) => !/^(?:xmlns|\w+:)/.test(name));
  return Object.fromEntries(own);
}

const localName = (element: XmlElement): string => element.name.replace(/^.*:/, '');
