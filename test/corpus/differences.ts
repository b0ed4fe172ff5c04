import { type PropertyType, propertyType } from '../../app/ucwa/catalogue/property-type.ts';
import type { EventTarget, UcwaEvent, UcwaReason } from '../../app/ucwa/events/ucwa-event.ts';
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
    for (const way of ['next', 'resync', 'resume'] as const) {
      compareHrefs(`$._links.${way}`, json.document[way] ?? '', xml.document[way] ?? '', found);
    }
  } else if (json.kind === 'error' && xml.kind === 'error') {
    compareReasons(json.reason, xml.reason, '$', found);
  } else {
    found.differences.push(`${json.kind} and ${xml.kind}`);
  }
  return found;
}

function compareEvents(
  json: readonly UcwaEvent[],
  xml: readonly UcwaEvent[],
  found: Mutable,
): void {
  if (json.length !== xml.length) found.differences.push('number of events');
  json.forEach((event, index) => {
    const other = xml[index];
    const path = `event ${index}`;
    if (other === undefined) return;
    const same = event.type === other.type && event.status === other.status;
    if (!same) found.differences.push(path);
    compareTargets(event.sender, other.sender, `${path}.sender`, found);
    compareTargets(event.link, other.link, `${path}.link`, found);
    compareTargets(event.in, other.in, `${path}.in`, found);
    compareReasons(event.reason, other.reason, `${path}.reason`, found);
    compareEmbedded(event.embedded, other.embedded, path, found);
  });
}

function compareTargets(
  json: EventTarget | null,
  xml: EventTarget | null,
  path: string,
  found: Mutable,
): void {
  if (json === null || xml === null) {
    if (json !== xml) found.differences.push(path);
    return;
  }
  if (json.rel !== xml.rel) found.differences.push(`${path}.rel`);
  compareHrefs(path, json.href, xml.href, found);
}

function compareReasons(
  json: UcwaReason | null,
  xml: UcwaReason | null,
  path: string,
  found: Mutable,
): void {
  if (json === null || xml === null) {
    if (json !== xml) found.differences.push(path);
    return;
  }
  compareText(`${path}.code`, json.code, xml.code, found);
  compareText(`${path}.subcode`, json.subcode, xml.subcode, found);
  compareText(`${path}.message`, json.message, xml.message, found);
  const [one, other] = [json, xml].map(({ parameters }) => parameters.map(({ name }) => name));
  if (String(one) !== String(other)) found.differences.push(`${path}.parameters`);
}

function compareResources(json: Resource, xml: Resource, path: string, found: Mutable): void {
  if (json.rel !== xml.rel) found.differences.push(`${path}.rel`);
  for (const name of namesOf(json.properties, xml.properties)) {
    // XML has it as an attribute; it is compared above.
    if (name === 'rel') continue;
    const type = propertyType(json.rel ?? 'input', name);
    const values = [json, xml].map(({ properties }) => given(member(properties, name), type));
    compareValues(values[0] ?? null, values[1] ?? null, type, `${path}.${name}`, found);
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
      if (twin === undefined) return;
      if (rel === 'self') {
        // In XML the element is this link, with no place for more; and the answer to the batch that
        // the documentation prints has another id in it than a resource of that kind.
        if (link.href !== twin.href) found.otherValues.push(here);
        return;
      }
      compareHrefs(here, link.href, twin.href, found);
      compareText(`${here}.title`, link.title, twin.title, found);
      // Revisions are rarely written in XML.
      if (twin.revision !== null) {
        compareText(`${here}.revision`, link.revision, twin.revision, found);
      }
    });
  }
  compareEmbedded(json.embedded, xml.embedded, path, found);
}

function compareEmbedded(
  json: Resource['embedded'],
  xml: Resource['embedded'],
  path: string,
  found: Mutable,
): void {
  for (const rel of namesOf(json, xml)) {
    const [one = [], other = []] = [json[rel], xml[rel]];
    if (one.length !== other.length) found.differences.push(`${path}._embedded.${rel}`);
    one.forEach((resource, index) => {
      const twin = other[index];
      const here = `${path}._embedded.${rel}[${index}]`;
      if (twin !== undefined) compareResources(resource, twin, here, found);
    });
  }
}

/** @param type the documented one; null where nobody knows it, so that XML has but texts */
function compareValues(
  one: PropertyValue,
  other: PropertyValue,
  type: PropertyType | null,
  path: string,
  found: Mutable,
): void {
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  if (isScalar(one) && isScalar(other)) {
    const [first, second] = [one, other].map((value) => String(value ?? ''));
    if (typeof one !== typeof other && type !== null && one !== null && other !== null) {
      // A number or a truth value may come as text, and is read all the same.
      const isSame = first?.trim().toLowerCase() === second?.trim().toLowerCase();
      if (!isSame) found.differences.push(path);
    } else if (typeof one === typeof other && typeof one !== 'string') {
      found.otherValues.push(path);
    } else if (type?.kind === 'enumeration' && one !== null && other !== null) {
      found.otherValues.push(path);
    } else {
      compareText(path, first ?? '', second ?? '', found);
    }
    return;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    // How many there are is made up, too; that there are none is not.
    if ((one.length === 0) !== (other.length === 0)) found.differences.push(path);
    one.forEach((value, index) => {
      if (index < other.length)
        compareValues(value, other[index], type, `${path}[${index}]`, found);
    });
    if (one.length !== other.length) found.otherValues.push(path);
  } else if (isBag(one) && isBag(other)) {
    for (const name of namesOf(one, other)) {
      const values = [one, other].map((bag) => given(member(bag, name), null));
      compareValues(values[0] ?? null, values[1] ?? null, null, `${path}.${name}`, found);
    }
  } else found.differences.push(path);
}

function compareText(path: string, one: string | null, other: string | null, found: Mutable): void {
  if ((one ?? '') === (other ?? '')) return;
  if (isValueOnly(one ?? '', other ?? '')) found.otherValues.push(path);
  else found.differences.push(path);
}

/** Whether two texts are what one generator makes of the same thing. */
function isValueOnly(one: string, other: string): boolean {
  const [times, spans] = [[one, other].map(momentOf), [one, other].map(secondsOf)];
  if (!times.includes(null) || !spans.includes(null)) return true;
  const isName = (text: string) => /^\s*[A-Za-z]+\s*$/.test(text);
  return anonymous(one) === anonymous(other) || (isName(one) && isName(other));
}

function compareHrefs(path: string, one: string, other: string, found: Mutable): void {
  if (one === other) return;
  (anonymous(one) === anonymous(other) ? found.otherValues : found.differences).push(path);
}

/** A text without what is made up anew: ids, numbers, blanks, capitals. */
function anonymous(text: string): string {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  return plain.replace(/[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}/g, '0').replace(/\d+/g, '0');
}

/** In milliseconds; JSON and XML write moments differently. */
function momentOf(value: string): number | null {
  const isMoment = /^\s*(?:\/Date\(|\d{4}-\d\d-\d\dT)/.test(value);
  return isMoment ? dateProperty({ properties: { value: value.trim() } }, 'value') : null;
}

/** A time span: `PT1M30S` or `00:01:30`. */
function secondsOf(value: string): number | null {
  const iso = /^\s*P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?\s*$/.exec(value);
  const parts = iso ?? /^\s*(?:(\d+)\.)?(\d\d?):(\d\d):(\d\d(?:\.\d+)?)\s*$/.exec(value);
  if (parts === null) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** Names, whatever their case is in one or the other. */
function namesOf(one: object, other: object): Iterable<string> {
  const names = [...Object.keys(one), ...Object.keys(other)];
  return new Map(names.map((name) => [name.toLowerCase(), name])).values();
}

function member(bag: Resource['properties'], name: string): PropertyValue | undefined {
  const own = Object.keys(bag).find((each) => each.toLowerCase() === name.toLowerCase());
  return own === undefined ? undefined : bag[own];
}

/** XML has an empty text where JSON has null; a list without items is none. */
function given(value: PropertyValue | undefined, type: PropertyType | null): PropertyValue {
  if (value === undefined || value === '') return null;
  return Array.isArray(value) && value.length === 0 && type?.list !== false ? null : value;
}

const isScalar = (value: PropertyValue): value is string | number | boolean | null =>
  typeof value !== 'object' || value === null;

const isBag = (value: PropertyValue): value is { readonly [name: string]: PropertyValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
