import type { UcwaEvent, UcwaReason } from '../events/ucwa-event.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { RequestBody } from '../ucwa-application.ts';

/** A part of an event body that could not be read; the rest of the body is fine. */
export interface SkippedEvent {
  /** Such as `$.sender[0].events[2].link`. */
  readonly position: string;
  readonly problem: string;
}

/** One response of the event channel. Without any of the three links it is a dead end. */
export interface EventsDocument {
  /** Absolute, as are the other two. */
  readonly next: string | null;
  readonly resync: string | null;
  readonly resume: string | null;
  /** In the order of the document. */
  readonly events: readonly UcwaEvent[];
  readonly skipped: readonly SkippedEvent[];
}

export interface EncodedBody {
  readonly contentType: string;
  readonly text: string;
}

/** Reads what UCWA answers. Everything above works on `Resource` and `UcwaEvent`, not on syntax. */
export interface Decoder {
  /**
   * @param baseUrl the response's address: what relative hrefs are relative to
   * @throws UcwaError 'malformed' with its position
   */
  decodeResource(text: string, baseUrl: string): Resource;
  /** @throws UcwaError 'malformed' when the body as a whole cannot be read */
  decodeEvents(text: string, baseUrl: string): EventsDocument;
  /** The reason in an error body; null when it holds none. Never throws. */
  decodeError(text: string): UcwaReason | null;
}

/** One syntax of UCWA's resources, read and written. */
export interface Codec extends Decoder {
  /** What to ask for in `Accept`, best first. */
  readonly mediaTypes: readonly string[];
  /** Whether a body of this `Content-Type` is this codec's business. */
  reads(contentType: string): boolean;
  /** @param method a POST carries inputs, a PUT a whole resource: XML names them differently */
  encode(body: RequestBody, method?: 'POST' | 'PUT'): EncodedBody;
}
