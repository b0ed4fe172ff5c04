import { peopleSender, publish } from '../events/publish.ts';
import { notFound } from '../http/ucwa-error.ts';
import type { Account, Application, PresenceSubscription } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import type { World } from '../model/world.ts';
import { accountHref, peopleHref } from '../resources/hrefs.ts';
import { publishContactPresence } from './presence.ts';

const warningMs = 60_000;

export function subscriptionHref(
  application: Application,
  subscription: PresenceSubscription,
): string {
  return `${peopleHref(application)}/presenceSubscriptions/${subscription.id}`;
}

export function subscriptionResource(
  application: Application,
  subscription: PresenceSubscription,
): Resource {
  const self = subscriptionHref(application, subscription);
  return {
    rel: 'presenceSubscription',
    id: subscription.id,
    _links: {
      self: { href: self },
      memberships: { href: `${self}/memberships` },
      addToPresenceSubscription: { href: `${self}/addToPresenceSubscription` },
    },
  };
}

function publishContact(
  application: Application,
  account: Account,
  type: 'added' | 'deleted',
): void {
  publish(application, peopleSender(application), {
    type,
    rel: 'contact',
    href: accountHref(application, account),
    title: account.user.name,
    inside: { rel: 'subscribedContacts', href: `${peopleHref(application)}/subscribedContacts` },
    priority: 'Medium',
  });
}

function publishSubscription(
  application: Application,
  subscription: PresenceSubscription,
  type: 'added' | 'updated' | 'deleted',
): void {
  publish(application, peopleSender(application), {
    type,
    rel: 'presenceSubscription',
    href: subscriptionHref(application, subscription),
    ...(type === 'updated' ? { embed: subscriptionResource(application, subscription) } : {}),
    priority: 'Medium',
  });
}

function accountsOf(world: World, keys: Iterable<string>): readonly Account[] {
  return [...keys].flatMap((key) => world.accounts.get(key) ?? []);
}

/** (Re)starts the subscription's time: a hint a minute before the end, then it goes by itself. */
export function runFor(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
  durationMinutes: number,
): void {
  for (const cancel of subscription.cancelTimers) cancel();
  const lengthMs = durationMinutes * 60_000;
  subscription.cancelTimers = [
    world.timers.after(lengthMs - warningMs, () =>
      publishSubscription(application, subscription, 'updated'),
    ),
    world.timers.after(lengthMs, () => endSubscription(world, application, subscription)),
  ];
}

/** Adds people to a subscription: they appear as contacts, then their presence comes. */
export function watch(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
  keys: readonly string[],
  isNew: boolean,
): void {
  const accounts = accountsOf(world, new Set(keys));
  for (const account of accounts) {
    subscription.keys.add(account.key);
    publishContact(application, account, 'added');
  }
  if (isNew) publishSubscription(application, subscription, 'added');
  for (const account of accounts) publishContactPresence(application, account);
}

export function endSubscription(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
): void {
  for (const cancel of subscription.cancelTimers) cancel();
  application.subscriptions.delete(subscription.id);
  for (const account of accountsOf(world, subscription.keys))
    publishContact(application, account, 'deleted');
  publishSubscription(application, subscription, 'deleted');
}

export function subscriptionOf(
  application: Application,
  id: string | undefined,
): PresenceSubscription {
  const subscription = application.subscriptions.get(id ?? '');
  if (subscription === undefined) throw notFound('The subscription is over.');
  return subscription;
}
