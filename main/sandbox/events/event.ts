import type { JsonObject, Link } from '../model/json.ts';

export type Priority = 'High' | 'Medium' | 'Low';
export type EventType = 'added' | 'updated' | 'deleted' | 'started' | 'completed';

/** The resource in whose name events are sent. */
export interface Sender {
  readonly rel: string;
  readonly href: string;
}

/** Why an operation failed, as `completed` events carry it. */
export interface Reason extends JsonObject {
  readonly code: string;
  readonly subcode: string;
  readonly message: string;
}

/** One event as it goes over the wire. */
export interface UcwaEvent extends JsonObject {
  readonly link: Link & { readonly rel: string };
  readonly in?: JsonObject | undefined;
  readonly type: string;
  readonly status?: 'Success' | 'Failure' | undefined;
  readonly reason?: Reason | undefined;
  readonly _embedded?: JsonObject | undefined;
}

/** An event on its way: what, from whom, how urgent. */
export interface OutgoingEvent {
  readonly sender: Sender;
  readonly event: UcwaEvent;
  readonly priority: Priority;
  /** Called as a reply that carries the event is written, once per event channel. */
  readonly onDelivered?: (() => void) | undefined;
  /** Whether the event has come too late to be sent. */
  readonly isStale?: (() => boolean) | undefined;
}

/** One reply of the event channel. */
export interface EventsBody extends JsonObject {
  readonly _links: JsonObject;
  readonly sender?: readonly JsonObject[] | undefined;
}

/**
 * Puts events under their senders, keeping their order: neighbours with the same sender share
 * an entry, and a sender comes a second time when another one spoke in between.
 */
export function groupBySender(events: readonly OutgoingEvent[]): readonly JsonObject[] {
  const groups: { rel: string; href: string; events: UcwaEvent[] }[] = [];
  for (const { sender, event } of events) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.href === sender.href) last.events.push(event);
    else groups.push({ rel: sender.rel, href: sender.href, events: [event] });
  }
  return groups;
}
