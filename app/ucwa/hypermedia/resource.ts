/** A value as JSON carries it. */
export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | readonly PropertyValue[]
  | { readonly [name: string]: PropertyValue };

/** A UCWA web link. `href` is as the server sent it, or absolute: see `baseUrl` of its resource. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly title: string | null;
  /** Highest revision of the target that the server speaks, such as "2". */
  readonly revision: string | null;
}

/**
 * A UCWA resource, whatever it was encoded in. Unknown properties, links and embedded resources
 * are kept. A relation may occur several times, so each is a list.
 */
export interface Resource {
  readonly rel: string | null;
  /** Target of `self`, absolute; null when the server sent none. */
  readonly href: string | null;
  /** Names this representation: the response's `ETag` header, else the property of that name. */
  readonly etag: string | null;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** By relation; hrefs are absolute, except `data:` and `cid:` ones. */
  readonly links: Readonly<Record<string, readonly Link[]>>;
  readonly embedded: Readonly<Record<string, readonly Resource[]>>;
}
