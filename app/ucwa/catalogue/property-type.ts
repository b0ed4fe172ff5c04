import type { ResourceFacts, TypeName } from './facts.ts';
import { type EnumerationName, enumerations } from './generated/enumerations.ts';
import { resources } from './generated/resources.ts';

/** The documented type of a property, whatever it was encoded in. */
export interface PropertyType {
  /** Of one value. `date` is a moment, `external` a link with a `data:` or `cid:` href. */
  readonly kind: 'string' | 'boolean' | 'number' | 'date' | 'external' | 'enumeration';
  readonly enumeration: EnumerationName | null;
  /** The property holds a list of such values. */
  readonly list: boolean;
}

type Types = ReadonlyMap<string, PropertyType>;

/** By resource, and under '' what a name means wherever it occurs. Names in lower case. */
const typesByResource: ReadonlyMap<string, Types> = collect();

/**
 * The type of a property. XML needs it, which carries everything as text.
 * @param resource the relation or name of the resource; of a resource that is not in the catalogue
 *   the property has the type that it has everywhere else
 * @param property in any case: the server's own XML has `Uri` for `uri`
 * @returns null when the catalogue does not know it
 */
export function propertyType(resource: string | null, property: string): PropertyType | null {
  const types =
    (resource === null ? undefined : typesByResource.get(resource.toLowerCase())) ?? null;
  const anywhere = typesByResource.get('');
  return (types ?? anywhere)?.get(property.toLowerCase()) ?? null;
}

/** The type that a name of the catalogue stands for, such as `Importance[]`. */
export function parseTypeName(name: TypeName): PropertyType {
  const list = name.endsWith('[]');
  const scalar = list ? name.slice(0, -2) : name;
  switch (scalar) {
    case 'string':
    case 'boolean':
    case 'number':
    case 'date':
    case 'external':
      return { kind: scalar, enumeration: null, list };
  }
  return { kind: 'enumeration', enumeration: isEnumeration(scalar) ? scalar : null, list };
}

function isEnumeration(name: string): name is EnumerationName {
  return name in enumerations;
}

function collect(): ReadonlyMap<string, Types> {
  const all = new Map<string, Types>();
  const names = new Map<string, TypeName | null>();
  const facts: Readonly<Record<string, ResourceFacts>> = resources;
  for (const [resource, { properties = {} }] of Object.entries(facts)) {
    const types = new Map<string, PropertyType>();
    for (const [property, type] of Object.entries(properties)) {
      const key = property.toLowerCase();
      types.set(key, parseTypeName(type));
      const elsewhere = names.get(key);
      // A name with two meanings has none where the resource is not known.
      names.set(key, elsewhere === undefined || elsewhere === type ? type : null);
    }
    all.set(resource.toLowerCase(), types);
  }
  const anywhere = [...names].flatMap(([name, type]): [string, PropertyType][] =>
    type === null ? [] : [[name, parseTypeName(type)]],
  );
  return all.set('', new Map(anywhere));
}
