import type { Dialect } from './relation.ts';

/** A value as JSON carries it. */
export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | readonly PropertyValue[]
  | { readonly [name: string]: PropertyValue };

/** A UCWA web link. */
export interface Link {
  readonly rel: string;
  /**
   * Absolute, or a `data:` URI. An address that is no URL stays as the server wrote it; whoever
   * follows it gets a UcwaError 'bad-address'.
   */
  readonly href: string;
  readonly title: string | null;
  /** Highest revision of the target that the server speaks, such as "2". */
  readonly revision: string | null;
  /** What else the server says of it; undocumented, and mostly missing. */
  readonly attributes?: Readonly<Record<string, PropertyValue>>;
}

/**
 * A UCWA resource, whatever it was encoded in. Unknown properties, links and embedded resources
 * are kept. A relation may occur several times, so each is a list. Relations bear UCWA's names in
 * every dialect; only `properties.rel` is as the server wrote it.
 */
export interface Resource {
  /** What the resource says that it is, else the relation it is embedded under. */
  readonly rel: string | null;
  /** Target of `self`; null when the server sent none. */
  readonly href: string | null;
  /** Names this representation: the response's `ETag` header, else the property of that name. */
  readonly etag: string | null;
  /** How the document writes relations, for requests that must be written likewise. */
  readonly dialect: Dialect;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** By relation. */
  readonly links: Readonly<Record<string, readonly Link[]>>;
  readonly embedded: Readonly<Record<string, readonly Resource[]>>;
}
