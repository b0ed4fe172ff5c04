import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Source, SourceEvent, SourceLink, SourceResource } from './source.ts';

/** @throws XmlError */
export function xmlSource(text: string): Source {
  const { root } = parseXml(text.trimStart());
  if (root === null) throw new SyntaxError('no element');
  const resource = xmlResource(root);
  const [, base = null] = resource.properties.find(([name]) => name === 'baseuri') ?? [];
  const baseUri = typeof base === 'string' ? base.trim() : null;
  switch (localName(root)) {
    case 'reason':
      return { kind: 'error', members: Object.fromEntries(resource.properties), baseUri };
    case 'events': {
      const events = elements(root, 'sender').flatMap((sender) =>
        elements(sender).map((event) => xmlEvent(event, xmlLink(sender))),
      );
      return { kind: 'events', events, links: resource.links, baseUri };
    }
    case 'link':
      // A piece of a document: what it says is its link.
      return {
        kind: 'resource',
        resource: { rel: null, properties: [], links: [xmlLink(root)], embedded: [] },
        baseUri,
      };
  }
  return { kind: 'resource', resource, baseUri };
}

function xmlResource(element: XmlElement): SourceResource {
  const { rel, href, ...others } = attributes(element);
  const self = href === undefined ? [] : [{ rel: 'self', href }];
  const properties = elements(element)
    .filter((child) => !['link', 'resource', 'sender'].includes(localName(child)))
    .map((child) => [attributes(child).name ?? localName(child), xmlValue(child)] as const);
  const [, said = rel] = properties.find(([name]) => name === 'rel') ?? [];
  return {
    rel: said ?? null,
    properties: [...Object.entries(others), ...properties],
    links: [...self, ...elements(element, 'link').map(xmlLink)],
    embedded: elements(element, 'resource').map((child) => [
      attributes(child).rel ?? '',
      xmlResource(child),
    ]),
  };
}

function xmlEvent(event: XmlElement, sender: SourceLink): SourceEvent {
  const [where] = elements(event, 'in');
  const [reason] = elements(event, 'reason');
  const { status = null, ...link } = xmlLink(event);
  return {
    type: localName(event),
    sender,
    link: { ...link, rel: link.rel },
    in: where === undefined ? null : xmlLink(where),
    status,
    reason: reason === undefined ? null : Object.fromEntries(xmlResource(reason).properties),
    embedded: elements(event, 'resource').map((child) => [
      attributes(child).rel ?? '',
      xmlResource(child),
    ]),
    properties: elements(event)
      .filter((child) => !['in', 'reason', 'link', 'resource'].includes(localName(child)))
      .map((child) => [attributes(child).name ?? localName(child), xmlValue(child)] as const),
  };
}

function xmlLink(element: XmlElement): SourceLink {
  const own = attributes(element);
  return { ...own, rel: own.rel ?? '' };
}

/** A text, or the texts of everything within: attributes first, but for the one that is the name. */
function xmlValue(element: XmlElement): unknown {
  const children = elements(element);
  const text = element.children
    .map((child) => (child instanceof XmlText ? child.text : ''))
    .join('');
  const { name: _, ...data } = attributes(element);
  // What else a property says of itself is about its text, such as the type.
  const said =
    localName(element) === 'property' && children.length === 0 ? [] : Object.values(data);
  if (children.length === 0 && said.length === 0) return text;
  const own = children.length === 0 && text.trim() !== '' ? [text] : [];
  return [...said, ...children.map(itemValue).flat(8), ...own];
}

/** The same for an item of a list, whose name is data. */
function itemValue(element: XmlElement): unknown {
  const { name } = attributes(element);
  const isNamed = ['property', 'propertyList'].includes(localName(element)) || name === undefined;
  const value = xmlValue(element);
  return isNamed ? value : [name, value].flat(8);
}

function elements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || localName(child) === name),
  );
}

/** Attributes that carry data, by local name. */
function attributes(element: XmlElement): Record<string, string> {
  const own = Object.entries(element.attributes).filter(
    ([name]) => !/^(?:xmlns\b|xml:)|:(?:nil|type|\w*[sS]chemaLocation)$/.test(name),
  );
  return Object.fromEntries(own.map(([name, text]) => [name.replace(/^.*:/, ''), text]));
}

const localName = (element: XmlElement): string => element.name.replace(/^.*:/, '');
