import { isDeepStrictEqual } from 'node:util';
import type { EventsDocument } from '../../app/ucwa/codec/codec.ts';
import type { EventTarget, UcwaEvent, UcwaReason } from '../../app/ucwa/events/ucwa-event.ts';
import type { Link, Resource } from '../../app/ucwa/hypermedia/resource.ts';
import type { SourceEvent, SourceLink, SourceResource } from './source.ts';

/** What of a source is missing, or different, in the resource that was read from it. */
export function lossesOfResource(
  source: SourceResource,
  read: Resource,
  baseUrl: string,
  path = '$',
): string[] {
  const isNamed = source.rel === null || plain(String(source.rel)) === read.rel;
  const properties = lostProperties(source.properties, read.properties, path);
  const links = source.links
    .filter((link) => typeof link.href === 'string')
    .filter(
      (link) => !(read.links[plain(link.rel)] ?? []).some((each) => isLink(link, each, baseUrl)),
    )
    .map((link) => `${path}._links.${link.rel}`);
  return [
    ...(isNamed ? [] : [`${path} (rel)`]),
    ...properties,
    ...links,
    ...lossesOfEmbedded(source.embedded, read.embedded, baseUrl, path),
  ];
}

/** @param baseUrls what hrefs of events, and of the channel itself, are relative to */
export function lossesOfEvents(
  source: readonly SourceEvent[],
  channel: readonly SourceLink[],
  read: EventsDocument,
  { events: baseUrl, channel: channelUrl }: { readonly events: string; readonly channel: string },
): string[] {
  const skipped = read.skipped.map(({ position, problem }) => `${position} (${problem})`);
  const missing = source.length === read.events.length ? [] : [`${source.length} events`];
  const losses = read.events.flatMap((event, index) => {
    const from = source[index];
    const path = `event ${index}`;
    if (from === undefined) return [path];
    const same = {
      type: from.type === event.type,
      sender: isTarget(from.sender, event.sender, baseUrl),
      link: isTarget(from.link, event.link, baseUrl),
      in: from.in === null ? event.in === null : isTarget(from.in, event.in, baseUrl),
      status: isStatus(from.status, event),
      reason: from.reason === null || isReason(from.reason, event.reason),
    };
    const wrong = Object.entries(same).filter(([, isRight]) => !isRight);
    return [
      ...wrong.map(([name]) => `${path}.${name}`),
      ...lostProperties(from.properties, event.properties, path),
      ...lossesOfEmbedded(from.embedded, event.embedded, baseUrl, path),
    ];
  });
  const ways = { next: read.next, resync: read.resync, resume: read.resume };
  const lostWays = Object.entries(ways).flatMap(([rel, href]) => {
    const link = channel.find((each) => each.rel === rel);
    const isRead = link === undefined ? href === null : isHref(link.href, href ?? '', channelUrl);
    return isRead ? [] : [`$._links.${rel}`];
  });
  return [...skipped, ...missing, ...lostWays, ...losses];
}

export function lossesOfReason(
  source: Readonly<Record<string, unknown>>,
  read: UcwaReason | null,
): string[] {
  return isReason(source, read) ? [] : ['the reason'];
}

function lossesOfEmbedded(
  source: SourceResource['embedded'],
  read: Resource['embedded'],
  baseUrl: string,
  path: string,
): string[] {
  const taken = new Map<string, number>();
  return source.flatMap(([relation, resource]) => {
    const name = plain(relation);
    const index = taken.get(name) ?? 0;
    taken.set(name, index + 1);
    const found = read[name]?.[index];
    const here = `${path}._embedded.${relation}[${index}]`;
    return found === undefined ? [here] : lossesOfResource(resource, found, baseUrl, here);
  });
}

/** Those that are missing, or different. XML has `Uri` where the property is `uri`. */
function lostProperties(
  source: SourceResource['properties'],
  read: Resource['properties'],
  path: string,
): string[] {
  const names = Object.keys(read);
  return source.flatMap(([name, value]) => {
    const twin = names.find((each) => each.toLowerCase() === name.toLowerCase());
    const found = Object.hasOwn(read, name) ? read[name] : twin && read[twin];
    return isSame(value, found ?? null) ? [] : [`${path}.${name}`];
  });
}

function isStatus(source: unknown, { status, properties }: UcwaEvent): boolean {
  const read = status ?? properties.status ?? null;
  return source === read || String(source).toLowerCase() === String(read).toLowerCase();
}

function isReason(source: Readonly<Record<string, unknown>>, read: UcwaReason | null): boolean {
  if (read === null) return false;
  const { code, subcode, message, parameters, debugInfo, ...others } = source;
  return (
    (code ?? null) === read.code &&
    (subcode || null) === (read.subcode || null) &&
    (message || null) === (read.message || null) &&
    isBag(parameters, read.parameters) &&
    isSame(debugInfo, read.debugInfo) &&
    lostProperties(Object.entries(others), read.others ?? {}, '$').length === 0
  );
}

/** Whether everything that is said of wrong parameters, by name or in a list, is there. */
function isBag(source: unknown, read: UcwaReason['parameters']): boolean {
  const known = new Set(read.flatMap(({ name, reason }) => leavesOf([name, reason])));
  return leavesOf(source).every((text) => known.has(text));
}

function isLink(source: SourceLink, read: Link, baseUrl: string): boolean {
  const { rel: _, href, title = null, revision = null, ...others } = source;
  return (
    isHref(href, read.href, baseUrl) &&
    title === read.title &&
    revision === read.revision &&
    isDeepStrictEqual(others, { ...read.attributes })
  );
}

function isTarget(source: SourceLink, read: EventTarget | null, baseUrl: string): boolean {
  if (read === null) return false;
  const { rel, href, title = null, ...others } = source;
  return (
    plain(rel) === read.rel &&
    isHref(href, read.href, baseUrl) &&
    title === read.title &&
    isDeepStrictEqual(others, { ...read.attributes })
  );
}

function isHref(source: unknown, read: string, baseUrl: string): boolean {
  if (source === read) return true;
  if (typeof source !== 'string' || !URL.canParse(source, baseUrl) || !URL.canParse(read)) {
    return false;
  }
  return new URL(source, baseUrl).href === new URL(read).href;
}

/** A relation without the prefix of its dialect. */
const plain = (relation: string): string => relation.replace(/^(?:ms:rtc:saas|service):/, '');

/** Whether nothing got lost between the text of a source and a value with a type. */
function isSame(source: unknown, read: unknown): boolean {
  if (isDeepStrictEqual(source, read)) return true;
  const leaves = leavesOf(read);
  const texts = leavesOf(source);
  return texts.length === leaves.length && texts.every((text, index) => text === leaves[index]);
}

/** Everything in a value as text, in order; an empty text is the same as none. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  const text = String(value ?? '').trim();
  if (text === '') return [];
  if (/^(?:true|false)$/i.test(text)) return [text.toLowerCase()];
  return [Number.isFinite(Number(text)) ? String(Number(text)) : text];
}
