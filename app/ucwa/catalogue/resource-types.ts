import type { EnumerationName, enumerations } from './generated/enumerations.ts';
import type { resources } from './generated/resources.ts';

type Catalogue = typeof resources;

/** The name of one of the documented resources. */
export type ResourceName = keyof Catalogue;

/** A member of an enumeration, as a client may send it. */
export type Member<Name extends EnumerationName> = (typeof enumerations)[Name][number];

/** A member as a server may send it: the documented ones, or one that came later. */
export type OpenMember<Name extends EnumerationName> =
  | Member<Name>
  | (string & Readonly<Record<never, never>>);

type ReadScalar<Type> = Type extends EnumerationName
  ? OpenMember<Type>
  : Type extends 'boolean'
    ? boolean
    : Type extends 'number' | 'date'
      ? number
      : string;

/** What a property of a type is read as. Moments are milliseconds since 1970. */
type ReadValue<Type> = Type extends `${infer Scalar}[]`
  ? readonly ReadScalar<Scalar>[]
  : ReadScalar<Type> | null;

type Properties<Name extends ResourceName> = Catalogue[Name] extends { properties: infer Types }
  ? Types
  : Readonly<Record<never, never>>;

/** The documented properties of a resource; null, or an empty list, where the server gave none. */
export type PropertyValues<Name extends ResourceName> = {
  readonly [Property in keyof Properties<Name>]: ReadValue<Properties<Name>[Property]>;
};

/** The second revision of a resource, where it has an entry of its own; else never. */
export type SecondRevision<Name extends ResourceName> = SecondRevisions[Name];
type SecondRevisions = {
  [Name in ResourceName]: `${Name}2` extends ResourceName ? `${Name}2` : never;
};

type LinkTable = {
  [Name in ResourceName]: Catalogue[Name] extends { links: readonly (infer Rel)[] }
    ? Extract<Rel, ResourceName>
    : never;
};

type LinkTableOfAll = {
  [Name in ResourceName]: LinkTable[Name] | LinkTable[SecondRevisions[Name]];
};

/** The relations of a resource's links and of what it embeds, in any revision; without `self`. */
export type LinkRel<Name extends ResourceName> = LinkTableOfAll[Name];
