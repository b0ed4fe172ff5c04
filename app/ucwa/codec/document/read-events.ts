import type { EventTarget, UcwaEvent } from '../../events/ucwa-event.ts';
import { HrefResolver } from '../../hypermedia/href.ts';
import { dialectOf, relationName } from '../../hypermedia/relation.ts';
import type { PropertyValue, Resource } from '../../hypermedia/resource.ts';
import { malformed } from '../../malformed.ts';
import { UcwaError } from '../../ucwa-error.ts';
import type { EventsDocument, SkippedEvent } from '../codec.ts';
import { readReason } from './read-reason.ts';
import { documentHrefs, readEmbedded, readLinks, type Surroundings } from './read-resource.ts';
import { asList, bare, isBag, isObject, isShallow, text } from './unchecked.ts';

/** Events so far, and what stood where one should have been. */
interface Collected {
  readonly events: UcwaEvent[];
  readonly skipped: SkippedEvent[];
}

/**
 * The event body in a parsed document. What cannot be read of it goes to `skipped`, so that one
 * bad event does not cost the others.
 * @throws UcwaError 'malformed' when it is no event body at all
 */
export function readEvents(body: unknown, responseUrl: string, maxDepth: number): EventsDocument {
  if (!isObject(body)) throw malformed('no object', '$');
  // The channel goes on where it came from; `baseuri` is for what the events are about.
  const links = readLinks(body._links, new HrefResolver(responseUrl), maxDepth);
  const next = links.next?.[0]?.href ?? null;
  const resync = links.resync?.[0]?.href ?? null;
  const resume = links.resume?.[0]?.href ?? null;
  const { sender: senders = [] } = body;
  const hasLink = next !== null || resync !== null || resume !== null;
  const isList = typeof senders === 'object' && senders !== null;
  if (!hasLink && (!isList || body.sender === undefined)) {
    throw malformed('neither events nor a link to go on with', '$');
  }
  const collected: Collected = { events: [], skipped: [] };
  if (isList) {
    const hrefs = documentHrefs(body, responseUrl);
    asList(senders).forEach((sender, index) => {
      readSender(sender, hrefs, maxDepth, `$.sender[${index}]`, collected);
    });
  } else {
    collected.skipped.push({ position: '$.sender', problem: 'no list' });
  }
  return { next, resync, resume, ...collected };
}

function readSender(
  value: unknown,
  hrefs: HrefResolver,
  maxDepth: number,
  path: string,
  into: Collected,
): void {
  const sender = readTarget(value, hrefs, maxDepth);
  const events = isObject(value) ? (value.events ?? []) : null;
  if (sender === null || typeof events !== 'object' || events === null) {
    into.skipped.push({ position: path, problem: 'no sender with rel, href and events' });
    return;
  }
  const dialect = (isObject(value) && dialectOf(text(value.rel) ?? '')) || 'ucwa';
  const around = { hrefs, dialect, relation: null, depth: 0, maxDepth } as const;
  asList(events).forEach((event, index) => {
    const position = `${path}.events[${index}]`;
    try {
      into.events.push(readEvent(event, sender, { ...around, path: position }));
    } catch (error) {
      if (!(error instanceof UcwaError)) throw error;
      into.skipped.push({ position: error.position ?? position, problem: error.message });
    }
  });
}

function readEvent(value: unknown, sender: EventTarget, around: Surroundings): UcwaEvent {
  const { hrefs, maxDepth, path } = around;
  if (!isObject(value)) throw malformed('no object', path);
  const { link: givenLink, type: givenType, status: givenStatus, ...others } = value;
  const type = text(givenType);
  if (type === null) throw malformed('no type', `${path}.type`);
  const link = readTarget(givenLink, hrefs, maxDepth);
  if (link === null) throw malformed('no link with rel and href', `${path}.link`);
  const { in: where, reason, _embedded, ...rest } = others;
  const embedded = readEmbedded(_embedded, around);
  const status = readStatus(givenStatus);
  const isNovel = status === null && givenStatus !== undefined && givenStatus !== null;
  const unknown = isNovel ? { ...rest, status: givenStatus } : rest;
  return {
    sender,
    type,
    link,
    in: readTarget(where, hrefs, maxDepth),
    status,
    reason: readReason(reason, maxDepth),
    resource: targetAmong(embedded, link.rel),
    embedded,
    properties: readProperties(unknown, around),
  };
}

/** The embedded target: under the link's relation, or the only thing embedded. */
function targetAmong(
  embedded: Readonly<Record<string, readonly Resource[]>>,
  rel: string,
): Resource | null {
  const direct = embedded[rel]?.[0];
  if (direct !== undefined) return direct;
  const [only, ...others] = Object.values(embedded);
  return others.length === 0 ? (only?.[0] ?? null) : null;
}

const nothing: Readonly<Record<string, PropertyValue>> = Object.freeze(bare<PropertyValue>());

function readProperties(
  value: object,
  { maxDepth, path }: Surroundings,
): Readonly<Record<string, PropertyValue>> {
  for (const _ in value) {
    if (isShallow(value, maxDepth) && isObject(value))
      return Object.assign(bare<PropertyValue>(), value);
    throw malformed('nested too deeply', path);
  }
  return nothing;
}

function readStatus(value: unknown): UcwaEvent['status'] {
  const status = text(value)?.toLowerCase();
  if (status === 'success') return 'Success';
  return status === 'failure' ? 'Failure' : null;
}

/** Whatever else a sender says of itself than its events is an attribute of the link, too. */
function readTarget(value: unknown, hrefs: HrefResolver, maxDepth: number): EventTarget | null {
  if (!isObject(value)) return null;
  const { rel, href, title } = value;
  if (typeof rel !== 'string' || typeof href !== 'string') return null;
  const name = relationName(rel);
  const target = { rel: name, href: hrefs.resolve(href, name), title: text(title) };
  for (const member in value) {
    if (!ofTarget.has(member)) {
      const { rel: _rel, href: _href, title: _title, events: _events, ...attributes } = value;
      return isBag(attributes, maxDepth) ? { ...target, attributes } : target;
    }
  }
  return target;
}

const ofTarget: ReadonlySet<string> = new Set(['rel', 'href', 'title', 'events']);
