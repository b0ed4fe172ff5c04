import type { JsonObject } from '../model/json.ts';

/** What a reply says, before it is written in a syntax: its value is in the shape of UCWA's JSON. */
export interface Document {
  readonly kind: 'resource' | 'events' | 'reason';
  readonly value: JsonObject;
}
