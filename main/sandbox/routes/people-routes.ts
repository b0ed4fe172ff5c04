import { Input } from '../http/input.ts';
import { ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import type { Account } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { presenceOf } from '../presence/presence.ts';
import { peopleResource } from '../resources/application-resource.ts';
import {
  contactPhotoSvg,
  contactPresenceResource,
  contactResource,
} from '../resources/contact-resource.ts';
import { accountHref, peopleHref } from '../resources/hrefs.ts';
import { type ApplicationContext, type ApplicationRoute, contactOf } from './context.ts';

/** Everybody else on this server is a contact of the user. */
function myContacts({ world, application }: ApplicationContext): Reply {
  const others = [...world.accounts.values()].filter((account) => account !== application.account);
  return ok({
    rel: 'myContacts',
    _links: {
      self: { href: `${peopleHref(application)}/contacts` },
      contact: others.map((account) => ({ href: accountHref(application, account) })),
    },
    _embedded: { contact: others.map((account) => contactResource(application, account)) },
  });
}

function matches(account: Account, words: readonly string[]): boolean {
  const { user } = account;
  const text = [user.name, user.uri, user.title, user.department, user.workPhoneNumber]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** People whose details hold every word of the query. */
function search({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const query = input.string('query', { required: true, maxLength: 256 }) ?? '';
  const limit = input.number('limit', { min: 1, max: 100 }) ?? 20;
  input.check();
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = [...world.accounts.values()].filter((account) => matches(account, words));
  const self = new URLSearchParams({ query, limit: String(limit) });
  return ok({
    rel: 'search',
    moreResultsAvailable: found.length > limit,
    _links: {
      self: { href: `${peopleHref(application)}/search?${self.toString()}`, revision: '2' },
    },
    _embedded: {
      contact: found.slice(0, limit).map((account) => contactResource(application, account)),
    },
  });
}

function contactPresence(context: ApplicationContext): Reply {
  const account = contactOf(context);
  return ok(
    contactPresenceResource(context.application, account, presenceOf(context.world, account)),
  );
}

function contactNote(context: ApplicationContext): Reply {
  const account = contactOf(context);
  const self = `${accountHref(context.application, account)}/contactNote`;
  return ok({
    rel: 'contactNote',
    message: account.note,
    type: 'Personal',
    _links: { self: { href: self } },
  });
}

function supportedModalities(context: ApplicationContext): Reply {
  const account = contactOf(context);
  const self = `${accountHref(context.application, account)}/contactSupportedModalities`;
  const modalities = new Set(
    context.world
      .applicationsOf(account)
      .flatMap((application) => [...application.supportedModalities]),
  );
  return ok({
    rel: 'contactSupportedModalities',
    modalities: [...modalities],
    _links: { self: { href: self } },
  });
}

function svg(account: Account): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'image/svg+xml' },
    body: contactPhotoSvg(account),
  };
}

function photo({ world, params }: ApplicationContext): Reply {
  const account = findAccount(world, `sip:${params.contact ?? ''}`);
  if (account === undefined) throw notFound();
  return svg(account);
}

export const peopleRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people', handler: ({ application }) => ok(peopleResource(application)) },
  { method: 'GET', path: 'people/contacts', handler: myContacts },
  { method: 'GET', path: 'people/search', handler: search },
  {
    method: 'GET',
    path: 'people/:contact',
    handler: (context) => ok(contactResource(context.application, contactOf(context))),
  },
  { method: 'GET', path: 'people/:contact/contactPresence', handler: contactPresence },
  { method: 'GET', path: 'people/:contact/contactNote', handler: contactNote },
  {
    method: 'GET',
    path: 'people/:contact/contactSupportedModalities',
    handler: supportedModalities,
  },
  {
    method: 'GET',
    path: 'people/:contact/contactPhoto',
    handler: (context) => svg(contactOf(context)),
  },
  { method: 'GET', path: 'photos/:contact', handler: photo },
];
