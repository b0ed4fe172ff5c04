import type { Presence } from './presence.ts';

/** Somebody named by an event: who, and nothing that must be asked for first. */
export interface PersonRef {
  /** `sip:` or `tel:` URI; the empty string when the server hides it. */
  readonly uri: string;
  /** Display name; the URI without its scheme when the server told none. */
  readonly name: string;
}

/** A contact of the user. */
export interface Person extends PersonRef {
  readonly title: string | null;
  readonly department: string | null;
  readonly company: string | null;
  readonly emailAddress: string | null;
  readonly workPhoneNumber: string | null;
  readonly presence: Presence;
}

/** The key under which a person is kept: URIs of one person differ in case between resources. */
export const personKey = (uri: string): string => uri.toLowerCase();
