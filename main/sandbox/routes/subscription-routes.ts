import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import {
  endSubscription,
  runFor,
  subscriptionHref,
  subscriptionOf,
  subscriptionResource,
  watch,
} from '../presence/subscriptions.ts';
import { contactResource } from '../resources/contact-resource.ts';
import { contactHref, peopleHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

const durationRange = { min: 10, max: 30, required: true };

function keysOf({ world }: ApplicationContext, uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => findAccount(world, uri.replace(/[\s"]/g, ''))?.key ?? []);
}

function subscribe(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const minutes = input.number('duration', durationRange) ?? 0;
  const uris = input.strings('uris');
  if (uris === undefined) input.reject('uris');
  input.check();
  const subscription = { id: hexId(), keys: new Set<string>(), cancelTimers: [] };
  application.subscriptions.set(subscription.id, subscription);
  runFor(world, application, subscription, minutes);
  watch(world, application, subscription, keysOf(context, uris ?? []), true);
  return created(
    subscriptionHref(application, subscription),
    subscriptionResource(application, subscription),
  );
}

function list({ application }: ApplicationContext): Reply {
  return ok({
    rel: 'presenceSubscriptions',
    _links: { self: { href: `${peopleHref(application)}/presenceSubscriptions` } },
    _embedded: {
      presenceSubscription: [...application.subscriptions.values()].map((subscription) =>
        subscriptionResource(application, subscription),
      ),
    },
  });
}

function read({ application, params }: ApplicationContext): Reply {
  return ok(subscriptionResource(application, subscriptionOf(application, params.subscription)));
}

function extend({ world, application, exchange, params }: ApplicationContext): Reply {
  const subscription = subscriptionOf(application, params.subscription);
  const input = new Input(exchange);
  const minutes = input.number('duration', durationRange) ?? 0;
  input.check();
  runFor(world, application, subscription, minutes);
  return ok(subscriptionResource(application, subscription));
}

function remove({ world, application, params }: ApplicationContext): Reply {
  endSubscription(world, application, subscriptionOf(application, params.subscription));
  return noContent;
}

function add(context: ApplicationContext): Reply {
  const { world, application, exchange, params } = context;
  const subscription = subscriptionOf(application, params.subscription);
  const input = new Input(exchange);
  const uris = input.strings('contactUris');
  if (uris === undefined) input.reject('contactUris');
  input.check();
  watch(world, application, subscription, keysOf(context, uris ?? []), false);
  return noContent;
}

function memberships({ application, params }: ApplicationContext): Reply {
  const subscription = subscriptionOf(application, params.subscription);
  const self = `${subscriptionHref(application, subscription)}/memberships`;
  return ok({
    rel: 'presenceSubscriptionMemberships',
    _links: { self: { href: self } },
    _embedded: {
      presenceSubscriptionMembership: [...subscription.keys].map((key) => ({
        rel: 'presenceSubscriptionMembership',
        _links: {
          self: { href: `${self}/${encodeURIComponent(key)}` },
          contact: { href: contactHref(application, key) },
          presenceSubscription: { href: subscriptionHref(application, subscription) },
        },
      })),
    },
  });
}

function subscribedContacts({ world, application }: ApplicationContext): Reply {
  const keys = new Set(
    [...application.subscriptions.values()].flatMap((subscription) => [...subscription.keys]),
  );
  const accounts = [...world.accounts.values()].filter(({ key }) => keys.has(key));
  return ok({
    rel: 'subscribedContacts',
    _links: { self: { href: `${peopleHref(application)}/subscribedContacts` } },
    _embedded: { contact: accounts.map((account) => contactResource(application, account)) },
  });
}

const one = 'people/presenceSubscriptions/:subscription';

export const subscriptionRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people/presenceSubscriptions', handler: list },
  { method: 'POST', path: 'people/presenceSubscriptions', handler: subscribe },
  { method: 'GET', path: one, handler: read },
  { method: 'POST', path: one, handler: extend },
  { method: 'DELETE', path: one, handler: remove },
  { method: 'POST', path: `${one}/addToPresenceSubscription`, handler: add },
  { method: 'GET', path: `${one}/memberships`, handler: memberships },
  { method: 'GET', path: 'people/subscribedContacts', handler: subscribedContacts },
];
