import { createHash } from 'node:crypto';
import type { Application } from '../model/entities.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Account } from '../model/user-account.ts';
import type { Document } from '../representation/document.ts';

/** Relations that the hosted service writes without its prefix. */
const plainRelations: ReadonlySet<string> = new Set([
  'self',
  'next',
  'resync',
  'resume',
  'myApplications',
  'myOnlineMeetings',
  'customContent',
  'plainMessage',
  'htmlMessage',
]);

/** UCWA's query parameters and the hosted service's names for them. */
const parameters: Readonly<Record<string, string>> = {
  modality: 'modalities',
  conversation: 'conversationId',
  onlineMeetingUri: 'confUrl',
};
const ucwaParameters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(parameters).map(([ucwa, hosted]) => [hosted.toLowerCase(), ucwa]),
);

/** Parts of a roster: UCWA has a path for each, the hosted service a filter. */
const lists: Readonly<Record<string, string>> = {
  leaders: 'Leaders',
  attendees: 'Attendees',
  lobby: 'Lobby',
};

export const hostedApplicationsPath = '/platformservice/v1/applications';
const requestPath = /^\/platformservice\/(?:tgt-[^/]+\/)?v1\/applications\/([^/]+)(\/.*)?$/i;

/** The part of the service that a user's communications are pinned to, as its paths name it. */
function target(account: Account): string {
  return `tgt-${createHash('sha256').update(account.key).digest('hex').slice(0, 32)}`;
}

/** SIP addresses stand as they are in the service's queries. */
function queryText(query: URLSearchParams): string {
  const text = query.toString().replace(/%(?:3A|40|3B|3D)/gi, decodeURIComponent);
  return text === '' ? '' : `?${text}`;
}

/** An address of this application as the hosted service writes it; any other stays as it is. */
export function hostedHref(application: Application, href: string): string {
  const { base, id, account } = application;
  if (href !== base && !href.startsWith(`${base}/`) && !href.startsWith(`${base}?`)) return href;
  const { pathname, searchParams } = new URL(href, 'http://server.invalid');
  const query = new URLSearchParams();
  const list = /\/(leaders|attendees|lobby)$/.exec(pathname)?.[1];
  const path = pathname
    .slice(base.length)
    .replace(/\/(?:leaders|attendees|lobby)$/, '/participants');
  if (path !== '/events') query.set('endpointId', account.user.uri);
  for (const [name, value] of searchParams) query.append(parameters[name] ?? name, value);
  if (list !== undefined) query.set('filter', lists[list] ?? '');
  const pinned = path === '/events' || path.startsWith('/communication/');
  const prefix = pinned
    ? `/platformservice/${target(account)}/v1/applications`
    : hostedApplicationsPath;
  return `${prefix}/${id}${path}${queryText(query)}`;
}

/** Path and query of a request as UCWA has them; undefined when it is not one to a hosted application. */
export function ucwaTarget(url: URL): string | undefined {
  const found = requestPath.exec(url.pathname);
  if (found === null) return undefined;
  const query = new URLSearchParams();
  let path = found[2] ?? '';
  for (const [name, value] of url.searchParams) {
    const list = Object.keys(lists).find((key) => key === value.toLowerCase());
    if (name.toLowerCase() === 'filter' && list !== undefined && path.endsWith('/participants'))
      path = path.replace(/participants$/, list);
    else query.append(ucwaParameters[name.toLowerCase()] ?? name, value);
  }
  const text = query.toString();
  return `/ucwa/oauth/v1/applications/${found[1]}${path}${text === '' ? '' : `?${text}`}`;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function relation(rel: string): string {
  return plainRelations.has(rel) ? rel : `ms:rtc:saas:${rel}`;
}

/** Writes documents the way the hosted service does. */
class Translation {
  readonly #application: Application;

  constructor(application: Application) {
    this.#application = application;
  }

  /** A relation, an address, or a structure that holds them. */
  value(name: string, value: Json): Json {
    if (name === 'rel' && typeof value === 'string') return relation(value);
    if (name === 'href' && typeof value === 'string') return hostedHref(this.#application, value);
    if (Array.isArray(value)) return value.map((one) => this.value('', one));
    if (!isObject(value)) return value;
    const byRelation = name === '_links' || name === '_embedded';
    return byRelation ? this.relations(value) : this.members(value);
  }

  members(value: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, this.value(name, member)]),
    );
  }

  /** Links or embedded resources. A link that carries data itself keeps its plain name. */
  relations(value: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([rel, member]) => {
        const carriesData = isObject(member) && String(member.href).startsWith('data:');
        return [carriesData ? rel : relation(rel), this.value('', member)];
      }),
    );
  }
}

/** A document in the hosted service's dialect. Event bodies name what their addresses are relative to. */
export function hostedDocument(
  application: Application,
  document: Document,
  origin: string,
): Document {
  if (document.kind === 'reason') return document;
  const value = new Translation(application).members(document.value);
  return { ...document, value: document.kind === 'events' ? { ...value, baseuri: origin } : value };
}
