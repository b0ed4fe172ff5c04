import type { ResourceFacts, TypeName } from './facts.ts';
import { type EnumerationName, enumerations } from './generated/enumerations.ts';
import { resources } from './generated/resources.ts';
import type { ResourceName } from './resource-types.ts';

/** The documented type of a property, whatever it was encoded in. */
export interface PropertyType {
  /** The property's name as the documentation spells it. */
  readonly name: string;
  /** Of one value. `date` is a moment, `external` a link with a `data:` or `cid:` href. */
  readonly kind: 'string' | 'boolean' | 'number' | 'date' | 'external' | 'enumeration';
  readonly enumeration: EnumerationName | null;
  /** The property holds a list of such values. */
  readonly list: boolean;
}

type Types = ReadonlyMap<string, PropertyType>;

const facts: readonly (readonly [string, ResourceFacts])[] = Object.entries(resources);

/** By name of the resource, then of the property; both in lower case. */
const typesByResource: ReadonlyMap<string, Types> = new Map(
  facts.map(([resource, { properties }]) => [resource.toLowerCase(), typesOf(properties ?? {})]),
);
const typesAnywhere: Types = unanimous();

/**
 * The type of a property. XML needs it, which carries everything as text.
 * @param resource the relation or name of the resource; of a resource that is not in the catalogue
 *   the property has the type that it has everywhere else
 * @param property in any case: the server's own XML has `Uri` for `uri`
 * @returns null when the catalogue does not know it
 */
export function propertyType(resource: string | null, property: string): PropertyType | null {
  const types = resource === null ? undefined : typesByResource.get(resource.toLowerCase());
  return (types ?? typesAnywhere).get(property.toLowerCase()) ?? null;
}

/** The types of all documented properties of a resource. */
export function propertyTypes(resource: ResourceName): Iterable<PropertyType> {
  return typesByResource.get(resource.toLowerCase())?.values() ?? [];
}

function typesOf(properties: Readonly<Record<string, TypeName>>): Types {
  return new Map(
    Object.entries(properties).map(([name, type]) => [name.toLowerCase(), parseType(name, type)]),
  );
}

/** A name with two meanings has none where the resource is not known. */
function unanimous(): Types {
  const found = new Map<string, PropertyType | null>();
  for (const [key, type] of [...typesByResource.values()].flatMap((types) => [...types])) {
    const other = found.get(key);
    found.set(key, other === undefined || isSame(other, type) ? type : null);
  }
  return new Map(
    [...found].flatMap(([key, type]) => (type === null ? [] : [[key, type] as const])),
  );
}

function isSame(one: PropertyType | null, other: PropertyType): boolean {
  if (one?.kind !== other.kind) return false;
  return one.enumeration === other.enumeration && one.list === other.list;
}

function parseType(name: string, type: TypeName): PropertyType {
  const list = type.endsWith('[]');
  const scalar = list ? type.slice(0, -2) : type;
  switch (scalar) {
    case 'string':
    case 'boolean':
    case 'number':
    case 'date':
    case 'external':
      return { name, kind: scalar, enumeration: null, list };
  }
  const enumeration = isEnumeration(scalar) ? scalar : null;
  return { name, kind: 'enumeration', enumeration, list };
}

function isEnumeration(name: string): name is EnumerationName {
  return Object.hasOwn(enumerations, name);
}
