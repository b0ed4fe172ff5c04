import { peopleSender, publish } from '../events/publish.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import type { ContactGroup } from '../model/contact-list.ts';
import type { Application } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import { extendSpan, stopSpan } from '../model/span.ts';
import type { PresenceSubscription } from '../model/subscriptions.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { publishContactDetail } from '../presence/contact-details.ts';
import { accountHref, peopleHref, subscriptionHref } from '../resources/hrefs.ts';
import { subscriptionResource } from '../resources/subscription-resource.ts';

const maximumMinutes = 30;

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

/** Makes a subscription's time longer: a hint a minute before the end, then it goes by itself. */
export function extendSubscription(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
  minutes: number,
): void {
  extendSpan(
    world.timers,
    subscription,
    { add: minutes, maximum: maximumMinutes },
    {
      onWarning: () => publishSubscription(application, subscription, 'updated'),
      onEnd: () => endSubscription(world, application, subscription),
    },
  );
}

/** Starts a subscription to people, or to whoever is in a group. */
export function startSubscription(
  world: World,
  application: Application,
  setup: {
    readonly minutes: number;
    readonly keys: readonly string[];
    readonly group?: ContactGroup;
  },
): PresenceSubscription {
  if (application.subscriptions.size >= world.options.limits.presenceSubscriptions)
    throw new UcwaError(403, 'LimitExceeded', 'There are too many presence subscriptions.');
  const subscription: PresenceSubscription = {
    id: setup.group?.id ?? hexId().slice(0, 8),
    groupId: setup.group?.id,
    keys: new Set(),
    endsMs: 0,
    cancelTimers: [],
  };
  application.subscriptions.set(subscription.id, subscription);
  extendSubscription(world, application, subscription, setup.minutes);
  watch(world, application, subscription, setup.keys, true);
  return subscription;
}

/** Adds people to a subscription: they appear as contacts, then their presence comes. */
export function watch(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
  keys: readonly string[],
  isNew = false,
): void {
  const accounts = accountsOf(world, new Set(keys));
  for (const account of accounts) {
    subscription.keys.add(account.key);
    publishContact(application, account, 'added');
  }
  if (isNew) publishSubscription(application, subscription, 'added');
  for (const account of accounts) publishContactDetail(application, account, 'contactPresence');
}

export function unwatch(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
  key: string,
): void {
  subscription.keys.delete(key);
  for (const account of accountsOf(world, [key])) publishContact(application, account, 'deleted');
}

/** A group's members changed: what follows it changes with it. */
export function followGroup(world: World, account: Account, group: ContactGroup): void {
  for (const application of world.applicationsOf(account)) {
    const subscription = application.subscriptions.get(group.id);
    if (subscription === undefined) continue;
    for (const key of [...subscription.keys]) {
      if (!group.members.has(key)) unwatch(world, application, subscription, key);
    }
    const fresh = [...group.members].filter((key) => !subscription.keys.has(key));
    watch(world, application, subscription, fresh);
  }
}

export function endSubscription(
  world: World,
  application: Application,
  subscription: PresenceSubscription,
): void {
  stopSpan(subscription);
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
