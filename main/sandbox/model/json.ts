/** Anything that can be written as JSON; `undefined` members are left out by the writer. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A web link as resources carry it. */
export interface Link extends JsonObject {
  readonly href: string;
  readonly title?: string | undefined;
  readonly revision?: string | undefined;
}

/** A UCWA resource as it goes over the wire. */
export interface Resource extends JsonObject {
  readonly rel: string;
  readonly _links: JsonObject;
}

/** A date in the form the server writes, `/Date(ms)/`. */
export function ucwaDate(epochMs: number): string {
  return `/Date(${Math.trunc(epochMs)})/`;
}
