import { isDeepStrictEqual } from 'node:util';
import type { EventsDocument } from '../../app/ucwa/codec/codec.ts';
import type { EventTarget, UcwaReason } from '../../app/ucwa/events/ucwa-event.ts';
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
  const properties = source.properties.flatMap(([name, value]) => {
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    const found = read.properties[name] ?? read.properties[lower];
    return isSame(value, found ?? null) ? [] : [`${path}.${name}`];
  });
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

export function lossesOfEvents(
  source: readonly SourceEvent[],
  read: EventsDocument,
  baseUrl: string,
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
      status: from.status === event.status,
      reason: from.reason === null || isReason(from.reason, event.reason),
    };
    const wrong = Object.entries(same).filter(([, isRight]) => !isRight);
    return [
      ...wrong.map(([name]) => `${path}.${name}`),
      ...lossesOfEmbedded(from.embedded, event.embedded, baseUrl, path),
    ];
  });
  return [...skipped, ...missing, ...losses];
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

function isReason(source: Readonly<Record<string, unknown>>, read: UcwaReason | null): boolean {
  if (read === null) return false;
  return (['code', 'subcode', 'message'] as const).every(
    (name) => (source[name] ?? null) === read[name],
  );
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
  return (
    read !== null &&
    plain(source.rel) === read.rel &&
    isHref(source.href, read.href, baseUrl) &&
    (source.title ?? null) === read.title
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
