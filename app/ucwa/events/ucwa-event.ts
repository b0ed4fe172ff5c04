import type { PropertyValue, Resource } from '../hypermedia/resource.ts';

/** UCWA's reason of a failure, in an event or an error body. Unknown codes are kept as they are. */
export interface UcwaReason {
  readonly code: string;
  readonly subcode: string | null;
  readonly message: string | null;
  readonly parameters: readonly { readonly name: string; readonly reason: string | null }[];
  readonly debugInfo: PropertyValue;
  /** What else the server says, such as a `link` to read more behind; mostly missing. */
  readonly others?: Readonly<Record<string, PropertyValue>>;
}

export interface EventTarget {
  readonly rel: string;
  /** Absolute, as that of a `Link`. */
  readonly href: string;
  readonly title: string | null;
  /** What else the server says of it, such as a `revision`; mostly missing. */
  readonly attributes?: Readonly<Record<string, PropertyValue>>;
}

/** One event of the event channel, in the order of the document. */
export interface UcwaEvent {
  readonly sender: EventTarget;
  /** `added`, `updated`, `deleted`, `started`, `completed`, or one that came later. */
  readonly type: string;
  readonly link: EventTarget;
  /** The collection or resource that the change happened in. */
  readonly in: EventTarget | null;
  readonly status: 'Success' | 'Failure' | null;
  readonly reason: UcwaReason | null;
  /** The target as embedded in the event; null when it must be fetched. */
  readonly resource: Resource | null;
  /** Everything that is embedded, by relation. */
  readonly embedded: Readonly<Record<string, readonly Resource[]>>;
  /** Members that are not documented. */
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
