import { enumerations } from '../catalogue/generated/enumerations.ts';
import { type PropertyType, propertyTypes } from '../catalogue/property-type.ts';
import type { LinkRel, PropertyValues, ResourceName } from '../catalogue/resource-types.ts';
import { embeddedMany, link } from '../hypermedia/links.ts';
import { booleanProperty, dateProperty, numberProperty } from '../hypermedia/properties.ts';
import type { PropertyValue, Resource } from '../hypermedia/resource.ts';
import type { KnownResource } from './known-resource.ts';

/** A resource with its documented properties as typed values. */
export interface ReadResource<Name extends ResourceName> extends KnownResource<Name> {
  readonly href: string | null;
  readonly etag: string | null;
  readonly values: PropertyValues<Name>;
  /** The properties that the catalogue does not know, as they came. */
  readonly others: Readonly<Record<string, PropertyValue>>;
}

type Scalar = string | number | boolean;
type Value = Scalar | readonly Scalar[] | null;

/**
 * Reads any of the documented resources. What the server left out is null, or an empty list. A
 * member of an enumeration that came later than this client is kept as it is.
 */
export function readResource<Name extends ResourceName>(
  name: Name,
  resource: Resource,
): ReadResource<Name>;
export function readResource(name: ResourceName, resource: Resource): ReadResource<ResourceName> {
  const types = [...propertyTypes(name)];
  const values = types.map((type): [string, Value] => [type.name, readValue(resource, type)]);
  const isKnown = new Set(types.map((type) => type.name));
  const others = Object.entries(resource.properties).filter(([property]) => !isKnown.has(property));
  return {
    name,
    resource,
    href: resource.href,
    etag: resource.etag,
    values: Object.fromEntries(values),
    others: Object.fromEntries(others),
  };
}

/** The embedded resources of a relation, read. */
export function readEmbedded<Name extends ResourceName, Rel extends LinkRel<Name> & ResourceName>(
  from: KnownResource<Name>,
  rel: Rel,
): readonly ReadResource<Rel>[] {
  return embeddedMany(from.resource, rel).map((each) => readResource(rel, each));
}

function readValue(resource: Resource, type: PropertyType): Value {
  if (type.kind === 'external') {
    return link(resource, type.name)?.href ?? readScalar(resource, type.name, type);
  }
  if (!type.list) return readScalar(resource, type.name, type);
  const value = resource.properties[type.name] ?? [];
  const items: readonly PropertyValue[] = isList(value) ? value : [value];
  return items.flatMap((item) => readScalar({ properties: { item } }, 'item', type) ?? []);
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function readScalar(
  resource: Pick<Resource, 'properties'>,
  property: string,
  type: PropertyType,
): Scalar | null {
  switch (type.kind) {
    case 'boolean':
      return booleanProperty(resource, property);
    case 'number':
      return numberProperty(resource, property);
    case 'date':
      return dateProperty(resource, property);
  }
  const value = resource.properties[property];
  if (typeof value !== 'string') return null;
  if (type.enumeration === null) return value;
  const members: readonly string[] = enumerations[type.enumeration];
  return members.find((member) => member.toLowerCase() === value.toLowerCase()) ?? value;
}
