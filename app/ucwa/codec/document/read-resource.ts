import { HrefResolver } from '../../hypermedia/href.ts';
import { type Dialect, dialectOf, relationName } from '../../hypermedia/relation.ts';
import type { Link, PropertyValue, Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import { asList, bare, isObject, isShallow, text, type UncheckedObject } from './unchecked.ts';

/** What a resource takes from the one it is embedded in, or from its event. */
export interface Surroundings {
  readonly hrefs: HrefResolver;
  readonly dialect: Dialect;
  /** The relation it stands under, by UCWA's name; null for the document itself. */
  readonly relation: string | null;
  /** Where it stands, for messages of errors. */
  readonly path: string;
  readonly depth: number;
  /** How deep resources, and how deep values, may be nested. */
  readonly maxDepth: number;
}

/**
 * The resource that is a whole document.
 * @param relation what it is, if the document says so otherwise than by a member
 * @throws UcwaError 'malformed' for absurd nesting
 */
export function readDocument(
  object: UncheckedObject,
  responseUrl: string,
  maxDepth: number,
  relation: string | null = null,
): Resource {
  const hrefs = documentHrefs(object, responseUrl);
  const name = relation === null ? null : relationName(relation);
  const around = { hrefs, dialect: 'ucwa', relation: name, path: '$', depth: 0, maxDepth } as const;
  return readResource(object, around);
}

/** What the hrefs of a document are relative to: its `baseuri`, where it names one. */
export function documentHrefs(object: UncheckedObject, responseUrl: string): HrefResolver {
  return new HrefResolver(text(object.baseuri) ?? responseUrl);
}

/**
 * The resource in an object. Links without an href and embedded things that are no objects are
 * left out; everything else is kept, known or not.
 * @throws UcwaError 'malformed' for absurd nesting
 */
export function readResource(object: UncheckedObject, around: Surroundings): Resource {
  const { maxDepth } = around;
  if (around.depth > maxDepth) throw malformed('nested too deeply', around.path);
  const properties = bare<PropertyValue>();
  let givenLinks: unknown;
  let givenEmbedded: unknown;
  for (const name in object) {
    const value = object[name];
    if (name === '_links') givenLinks = value;
    else if (name === '_embedded') givenEmbedded = value;
    else if (isShallow(value, maxDepth)) properties[name] = value;
    else throw malformed('nested too deeply', around.path);
  }
  const givenRel = text(object.rel);
  const dialect =
    (givenRel === null ? null : dialectOf(givenRel)) ??
    dialectWithin(givenLinks) ??
    dialectWithin(givenEmbedded) ??
    around.dialect;
  const links = readLinks(givenLinks, around.hrefs, maxDepth);
  return {
    rel: givenRel === null ? around.relation : relationName(givenRel),
    href: links.self?.[0]?.href ?? null,
    etag: text(object.etag),
    dialect,
    properties,
    links,
    embedded: readEmbedded(givenEmbedded, { ...around, dialect }),
  };
}

export function readLinks(
  value: unknown,
  hrefs: HrefResolver,
  maxDepth: number,
): Record<string, readonly Link[]> {
  const links = bare<readonly Link[]>();
  if (!isObject(value)) return links;
  for (const relation in value) {
    const rel = relationName(relation);
    const read = asList(value[relation])
      .map((candidate) => readLink(rel, candidate, hrefs, maxDepth))
      .filter((link) => link !== null);
    if (read.length > 0) links[rel] = added(links[rel], read);
  }
  return links;
}

function readLink(rel: string, value: unknown, hrefs: HrefResolver, maxDepth: number): Link | null {
  // HAL has objects only, but an address alone is clear enough.
  if (typeof value === 'string') return readLink(rel, { href: value }, hrefs, maxDepth);
  if (!isObject(value)) return null;
  const { rel: _rel, href, title, revision, ...others } = value;
  if (typeof href !== 'string') return null;
  const link = {
    rel,
    href: hrefs.resolve(href, rel),
    title: text(title),
    revision: text(revision),
  };
  for (const _ in others) {
    return isShallow(others, maxDepth) ? { ...link, attributes: others } : link;
  }
  return link;
}

/** Everything embedded, by relation. @throws UcwaError 'malformed' for absurd nesting */
export function readEmbedded(
  value: unknown,
  around: Surroundings,
): Record<string, readonly Resource[]> {
  const embedded = bare<readonly Resource[]>();
  if (!isObject(value)) return embedded;
  for (const given in value) {
    const relation = relationName(given);
    const inside = {
      ...around,
      relation,
      path: `${around.path}._embedded.${given}`,
      depth: around.depth + 1,
    };
    const read = asList(value[given])
      .filter(isObject)
      .map((object) => readResource(object, inside));
    if (read.length > 0) embedded[relation] = added(embedded[relation], read);
  }
  return embedded;
}

/** Both dialects may stand in one document. */
function added<Item>(before: readonly Item[] | undefined, items: readonly Item[]): readonly Item[] {
  return before === undefined ? items : [...before, ...items];
}

function dialectWithin(byRelation: unknown): Dialect | null {
  if (!isObject(byRelation)) return null;
  for (const relation in byRelation) {
    const dialect = dialectOf(relation);
    if (dialect !== null) return dialect;
  }
  return null;
}
