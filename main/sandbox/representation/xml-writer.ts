import type { Json, JsonObject } from '../model/json.ts';
import type { Document } from './document.ts';
import { attributes, element, elementText, ucwaNamespace } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const schemaAttributes = attributes({
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  xmlns: ucwaNamespace,
});

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function isGiven(value: Json): boolean {
  return value !== undefined && value !== null;
}

/** Booleans are `True` and `False`; everything else is as in JSON, without its quotes. */
function plainText(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return elementText(String(value));
}

function property(name: string, value: Json): string {
  const named = attributes({ name });
  if (Array.isArray(value)) return element('propertyList', named, value.map(item));
  if (isObject(value)) return element('property', named, properties(value));
  return `<property${named}>${plainText(value)}</property>`;
}

function item(value: Json): string {
  if (isObject(value)) return element('item', '', properties(value));
  return `<item>${plainText(value)}</item>`;
}

/** The properties of a resource, `rel` first. */
function properties(value: JsonObject): string[] {
  const names = Object.keys(value).filter(
    (name) => name !== '_links' && name !== '_embedded' && isGiven(value[name]),
  );
  const ordered = names.includes('rel')
    ? ['rel', ...names.filter((name) => name !== 'rel')]
    : names;
  return ordered.map((name) => property(name, value[name]));
}

/** The links of a resource; what carries data itself comes first. `self` is the resource's own `href`. */
function links(value: JsonObject): string[] {
  const all = Object.entries(asObject(value._links))
    .filter(([rel]) => rel !== 'self')
    .flatMap(([rel, link]) => listOf(link).map((one) => ({ rel, ...asObject(one) })));
  const isData = (link: JsonObject) => String(link.href).startsWith('data:');
  const ordered = [...all.filter(isData), ...all.filter((link) => !isData(link))];
  return ordered.map((link) => element('link', attributes(link), []));
}

function embedded(value: JsonObject): string[] {
  return Object.entries(asObject(value._embedded)).flatMap(([rel, resources]) =>
    listOf(resources)
      .filter(isGiven)
      .map((one) => resource(rel, asObject(one))),
  );
}

function selfHref(value: JsonObject): Json {
  return asObject(asObject(value._links).self).href;
}

function resource(rel: string, value: JsonObject, more = ''): string {
  const own = attributes({ rel: rel === '' ? undefined : rel, href: selfHref(value) });
  const content = [...links(value), ...properties(value), ...embedded(value)];
  return element('resource', `${own}${more}`, content);
}

/** The members of a reason: unlike a resource's, they are elements of their own. */
function reasonParts(reason: JsonObject): string[] {
  const parameters = listOf(reason.parameters).filter(isGiven).map(asObject);
  const parts = ['code', 'subcode', 'message'].filter((name) => isGiven(reason[name]));
  return [
    ...parts.map((name) => `<${name}>${plainText(reason[name])}</${name}>`),
    '<debugInfo />',
    element(
      'parameters',
      '',
      parameters.map((parameter) =>
        element(
          'parameter',
          '',
          Object.entries(parameter).map(([name, text]) => `<${name}>${plainText(text)}</${name}>`),
        ),
      ),
    ),
  ];
}

/** An event: its type is the element, its link the attributes. */
function event(value: JsonObject): string {
  const own = attributes({ ...asObject(value.link), status: value.status });
  return element(String(value.type), own, [
    ...(isObject(value.in) ? [element('in', attributes(value.in), [])] : []),
    ...(isObject(value.reason) ? [element('reason', '', reasonParts(value.reason))] : []),
    ...embedded(value),
  ]);
}

function events(value: JsonObject): string {
  const own = attributes({ href: selfHref(value), baseuri: value.baseuri, xmlns: ucwaNamespace });
  const senders = listOf(value.sender).filter(isGiven).map(asObject);
  return element('events', own, [
    ...links(value),
    ...senders.map((sender) =>
      element(
        'sender',
        attributes({ rel: sender.rel, href: sender.href }),
        listOf(sender.events).map((one) => event(asObject(one))),
      ),
    ),
  ]);
}

/** A document in UCWA's XML, as the published samples have it. */
export function writeXml({ kind, value }: Document): string {
  const root =
    kind === 'events'
      ? events(value)
      : kind === 'reason'
        ? element('reason', schemaAttributes, reasonParts(value))
        : resource(String(value.rel ?? ''), value, attributes({ xmlns: ucwaNamespace }));
  return `${declaration}\n${root}`;
}
