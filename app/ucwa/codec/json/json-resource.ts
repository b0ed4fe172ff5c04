import { absoluteHref } from '../../hypermedia/href.ts';
import type { Link, PropertyValue, Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import { isObject, type UncheckedObject } from './parse-json.ts';

/** Deeper nesting than any real resource has; deeper than this is an attack or a bug. */
const maxDepth = 32;

/** An object without inherited members: names come from the server. */
function bare<Value>(): Record<string, Value> {
  return Object.create(null);
}

/**
 * The resource in a parsed JSON object. Links without a usable href and embedded things that are
 * no objects are left out; everything else is kept, known or not.
 * @param path where the object stands, for error messages
 * @throws UcwaError 'malformed' for absurd nesting
 */
export function toResource(
  object: UncheckedObject,
  baseUrl: string,
  path: string,
  depth = 0,
): Resource {
  if (depth > maxDepth) throw malformed('nested too deeply', path);
  const properties = bare<PropertyValue>();
  for (const [name, value] of Object.entries(object)) {
    if (name === '_links' || name === '_embedded') continue;
    checkDepth(value, path, maxDepth);
    properties[name] = value as PropertyValue;
  }
  const links = toLinks(object._links, baseUrl);
  return {
    rel: text(object.rel),
    href: links.self?.[0]?.href ?? null,
    etag: text(object.etag),
    properties,
    links,
    embedded: toEmbedded(object._embedded, baseUrl, path, depth),
  };
}

export function toLinks(value: unknown, baseUrl: string): Record<string, readonly Link[]> {
  const links = bare<readonly Link[]>();
  if (!isObject(value)) return links;
  for (const [rel, oneOrMany] of Object.entries(value)) {
    const read = asList(oneOrMany)
      .map((candidate) => toLink(rel, candidate, baseUrl))
      .filter((link) => link !== null);
    if (read.length > 0) links[rel] = read;
  }
  return links;
}

function toLink(rel: string, value: unknown, baseUrl: string): Link | null {
  if (!isObject(value)) return null;
  const given = text(value.href);
  const href = given === null ? null : absoluteHref(given, baseUrl);
  if (href === null) return null;
  return { rel, href, title: text(value.title), revision: text(value.revision) };
}

function toEmbedded(
  value: unknown,
  baseUrl: string,
  path: string,
  depth: number,
): Record<string, readonly Resource[]> {
  const embedded = bare<readonly Resource[]>();
  if (!isObject(value)) return embedded;
  for (const [rel, oneOrMany] of Object.entries(value)) {
    const read = asList(oneOrMany)
      .filter(isObject)
      .map((object) => toResource(object, baseUrl, `${path}._embedded.${rel}`, depth + 1));
    if (read.length > 0) embedded[rel] = read;
  }
  return embedded;
}

/** Makes sure that later code may walk the value recursively. */
function checkDepth(value: unknown, path: string, left: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (left === 0) throw malformed('nested too deeply', path);
  for (const part of Object.values(value)) checkDepth(part, path, left - 1);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
