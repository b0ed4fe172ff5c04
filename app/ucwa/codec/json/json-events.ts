import type { EventTarget, UcwaEvent } from '../../events/ucwa-event.ts';
import { absoluteHref } from '../../hypermedia/href.ts';
import type { Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import { UcwaError } from '../../ucwa-error.ts';
import type { EventsDocument, SkippedEvent } from '../codec.ts';
import { toReason } from './json-reason.ts';
import { text, toLinks, toResource } from './json-resource.ts';
import { isObject, type UncheckedObject } from './parse-json.ts';

/**
 * The event body in a parsed JSON value. What cannot be read of it goes to `skipped`, so that one
 * bad event does not cost the others.
 * @throws UcwaError 'malformed' when it is no event body at all
 */
export function toEvents(body: unknown, responseUrl: string): EventsDocument {
  if (!isObject(body)) throw malformed('no object', '$');
  const links = toLinks(body._links, responseUrl);
  const [next, resync, resume] = ['next', 'resync', 'resume'].map(
    (rel) => links[rel]?.[0]?.href ?? null,
  );
  if (!next && !resync && !resume && !Array.isArray(body.sender)) {
    throw malformed('neither events nor a link to go on with', '$');
  }
  const read: { events: UcwaEvent[]; skipped: SkippedEvent[] } = { events: [], skipped: [] };
  const senders = body.sender ?? [];
  if (!Array.isArray(senders)) {
    read.skipped.push({ position: '$.sender', problem: 'no list' });
    return { next: next ?? null, resync: resync ?? null, resume: resume ?? null, ...read };
  }
  const given = text(body.baseuri) ?? '';
  const baseUrl = absoluteHref('/', given) === null ? responseUrl : given;
  senders.forEach((sender: unknown, index) => {
    readSender(sender, baseUrl, `$.sender[${index}]`, read);
  });
  return { next: next ?? null, resync: resync ?? null, resume: resume ?? null, ...read };
}

function readSender(
  value: unknown,
  baseUrl: string,
  path: string,
  into: { events: UcwaEvent[]; skipped: SkippedEvent[] },
): void {
  const sender = toTarget(value, baseUrl);
  const events = isObject(value) ? (value.events ?? []) : null;
  if (sender === null || !Array.isArray(events)) {
    into.skipped.push({ position: path, problem: 'no sender with rel, href and events' });
    return;
  }
  events.forEach((event: unknown, index) => {
    const position = `${path}.events[${index}]`;
    try {
      into.events.push(toEvent(event, sender, baseUrl, position));
    } catch (error) {
      if (!(error instanceof UcwaError)) throw error;
      into.skipped.push({ position: error.position ?? position, problem: error.message });
    }
  });
}

function toEvent(value: unknown, sender: EventTarget, baseUrl: string, path: string): UcwaEvent {
  if (!isObject(value)) throw malformed('no object', path);
  const type = text(value.type);
  if (type === null) throw malformed('no type', `${path}.type`);
  const link = toTarget(value.link, baseUrl);
  if (link === null) throw malformed('no link with rel and href', `${path}.link`);
  const status = value.status;
  return {
    sender,
    type,
    link,
    in: toTarget(value.in, baseUrl),
    status: status === 'Success' || status === 'Failure' ? status : null,
    reason: toReason(value.reason),
    resource: embeddedTarget(value._embedded, link.rel, baseUrl, path),
  };
}

/** The embedded target: under the link's relation, or the only thing embedded. */
function embeddedTarget(
  embedded: unknown,
  rel: string,
  baseUrl: string,
  path: string,
): Resource | null {
  if (!isObject(embedded)) return null;
  const candidates = Object.values(embedded);
  const value = embedded[rel] ?? (candidates.length === 1 ? candidates[0] : undefined);
  const object: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(object) ? toResource(object, baseUrl, `${path}._embedded`) : null;
}

function toTarget(value: unknown, baseUrl: string): EventTarget | null {
  if (!isObject(value)) return null;
  const rel = text(value.rel);
  const href = resolved(value, baseUrl);
  return rel === null || href === null ? null : { rel, href, title: text(value.title) };
}

function resolved(value: UncheckedObject, baseUrl: string): string | null {
  const href = text(value.href);
  return href === null ? null : absoluteHref(href, baseUrl);
}
