import { propertyType } from '../../app/ucwa/catalogue/property-type.ts';
import { dateProperty } from '../../app/ucwa/hypermedia/properties.ts';
import type { PropertyValue, Resource } from '../../app/ucwa/hypermedia/resource.ts';
import type { Document } from './check-document.ts';

/** How the documents of one resource in two syntaxes differ. */
export interface Comparison {
  /** In kind: members that only one has, or values of different types. */
  readonly differences: readonly string[];
  /**
   * In value only. The documentation makes up the members of enumerations, numbers, times and ids
   * of its samples anew for each syntax, and loses or adds blanks in texts.
   */
  readonly otherValues: readonly string[];
}

interface Mutable {
  readonly differences: string[];
  readonly otherValues: string[];
}

export function compareDocuments(json: Document, xml: Document): Comparison {
  const found: Mutable = { differences: [], otherValues: [] };
  if (json.kind === 'resource' && xml.kind === 'resource') {
    compareResources(json.resource, xml.resource, '$', found);
  } else if (json.kind === 'events' && xml.kind === 'events') {
    compareEvents(json.document.events, xml.document.events, found);
  } else if (json.kind === 'error' && xml.kind === 'error') {
    compareText('code', json.reason.code, xml.reason.code, found);
    compareText('subcode', json.reason.subcode, xml.reason.subcode, found);
  } else {
    found.differences.push(`${json.kind} and ${xml.kind}`);
  }
  return found;
}

type Events = Extract<Document, { kind: 'events' }>['document']['events'];

function compareEvents(json: Events, xml: Events, found: Mutable): void {
  if (json.length !== xml.length) found.differences.push('number of events');
  json.forEach((event, index) => {
    const other = xml[index];
    const path = `event ${index}`;
    if (other === undefined) return;
    const same =
      event.type === other.type &&
      event.link.rel === other.link.rel &&
      event.in?.rel === other.in?.rel &&
      event.status === other.status;
    if (!same) found.differences.push(path);
    if (event.resource !== null && other.resource !== null) {
      compareResources(event.resource, other.resource, path, found);
    } else if (event.resource !== other.resource) {
      found.differences.push(`${path}.resource`);
    }
  });
}

function compareResources(json: Resource, xml: Resource, path: string, found: Mutable): void {
  if (json.rel !== xml.rel) found.differences.push(`${path}.rel`);
  for (const name of namesOf(json.properties, xml.properties)) {
    // XML has it as an attribute; it is compared above.
    if (name !== 'rel') compareValues(json, xml, name, `${path}.${name}`, found);
  }
  for (const rel of namesOf(json.links, xml.links)) {
    const [one = [], other = []] = [json.links[rel], xml.links[rel]];
    // The documentation's XML requests leave out the external resources of the JSON ones.
    const isExternal = other.length === 0 && one.every(({ href }) => /^\s*data\s*:/i.test(href));
    if (isExternal) continue;
    if (one.length !== other.length) found.differences.push(`${path}._links.${rel}`);
    one.forEach((link, index) => {
      const twin = other[index];
      const here = `${path}._links.${rel}`;
      if (twin !== undefined) compareHrefs(here, link.href, twin.href, found);
    });
  }
  for (const rel of namesOf(json.embedded, xml.embedded)) {
    const [one = [], other = []] = [json.embedded[rel], xml.embedded[rel]];
    if (one.length !== other.length) found.differences.push(`${path}._embedded.${rel}`);
    one.forEach((resource, index) => {
      const twin = other[index];
      const here = `${path}._embedded.${rel}[${index}]`;
      if (twin !== undefined) compareResources(resource, twin, here, found);
    });
  }
}

function compareValues(
  json: Resource,
  xml: Resource,
  name: string,
  path: string,
  found: Mutable,
): void {
  const [one, other] = [given(json.properties[name]), given(xml.properties[name])];
  const type = propertyType(json.rel ?? 'input', name);
  if (type?.kind === 'date') {
    const [first, second] = [dateProperty(json, name), dateProperty(xml, name)];
    if ((first === null) !== (second === null)) found.differences.push(path);
    else if (first !== second) found.otherValues.push(path);
    return;
  }
  if (type === null && shapeOf(one) !== shapeOf(other)) {
    // Nobody knows the type, so what JSON knows stays a text in XML.
    compareText(path, String(one ?? ''), String(other ?? ''), found);
    return;
  }
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  if (shapeOf(one) !== shapeOf(other)) found.differences.push(path);
  else if (typeof one === 'string' && typeof other === 'string' && type?.kind !== 'enumeration') {
    compareText(path, one, other, found);
  } else found.otherValues.push(path);
}

function compareText(path: string, one: string | null, other: string | null, found: Mutable): void {
  if (one === other) return;
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, '').toLowerCase();
  const isName = (text: string | null) => /^\s*[A-Za-z]+\s*$/.test(text ?? '');
  const isValueOnly = plain(one) === plain(other) || (isName(one) && isName(other));
  (isValueOnly ? found.otherValues : found.differences).push(path);
}

function compareHrefs(path: string, one: string, other: string, found: Mutable): void {
  if (one === other) return;
  const plain = (href: string) => href.replace(/\s+/g, '').replace(/\d+/g, '0');
  (plain(one) === plain(other) ? found.otherValues : found.differences).push(path);
}

function namesOf(one: object, other: object): ReadonlySet<string> {
  return new Set([...Object.keys(one), ...Object.keys(other)]);
}

/** XML has an empty text where JSON has null. */
function given(value: PropertyValue | undefined): PropertyValue {
  return value === undefined || value === '' ? null : value;
}

/** The type of a value; a list has the types of what is in it, once each. */
function shapeOf(value: PropertyValue): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join()}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const members = Object.entries(value).map(([name, member]) => `${name}:${shapeOf(member)}`);
  return `{${members.sort().join()}}`;
}
