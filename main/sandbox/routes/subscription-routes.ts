import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { findAccount } from '../model/find-account.ts';
import type { PresenceSubscription } from '../model/subscriptions.ts';
import {
  contactsSubscriptionResource,
  extendContactsSubscription,
  stopContactsSubscription,
} from '../people/contacts-subscription.ts';
import {
  endSubscription,
  extendSubscription,
  startSubscription,
  subscriptionOf,
  unwatch,
  watch,
} from '../people/presence-subscriptions.ts';
import { contactsResource } from '../resources/group-resource.ts';
import {
  contactsSubscriptionHref,
  membershipsHref,
  peopleHref,
  subscriptionHref,
  subscriptionsHref,
} from '../resources/hrefs.ts';
import {
  subscriptionMembershipResource,
  subscriptionMembershipsResource,
  subscriptionResource,
} from '../resources/subscription-resource.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { groupWith } from './group-routes.ts';

const presenceMinutes = { min: 10, max: 30, required: true };
const contactsMinutes = { min: 10, max: 60, required: true };

function keysOf({ world }: ApplicationContext, uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => findAccount(world, uri.replace(/[\s"]/g, ''))?.key ?? []);
}

function started(context: ApplicationContext, subscription: PresenceSubscription): Reply {
  const { application } = context;
  return created(
    subscriptionHref(application, subscription),
    subscriptionResource(application, subscription),
  );
}

/** presenceSubscriptions and, when a group is named, subscribeToGroupPresence. */
function subscribe(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const minutes = input.number('duration', presenceMinutes) ?? 0;
  const id = input.string('groupId', { maxLength: 256 });
  const uris = input.strings('uris');
  if (uris === undefined && id === undefined) input.reject('uris');
  input.check();
  if (id === undefined) {
    const keys = keysOf(context, uris ?? []);
    return started(context, startSubscription(world, application, { minutes, keys }));
  }
  const group = groupWith(context, id);
  const known = application.subscriptions.get(group.id);
  if (known !== undefined) {
    extendSubscription(world, application, known, minutes);
    return started(context, known);
  }
  const keys = [...group.members];
  return started(context, startSubscription(world, application, { minutes, keys, group }));
}

function list({ application }: ApplicationContext): Reply {
  return ok({
    rel: 'presenceSubscriptions',
    _links: { self: { href: subscriptionsHref(application) } },
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
  const minutes = input.number('duration', presenceMinutes) ?? 0;
  input.check();
  extendSubscription(world, application, subscription, minutes);
  return ok(subscriptionResource(application, subscription));
}

function remove({ world, application, params }: ApplicationContext): Reply {
  endSubscription(world, application, subscriptionOf(application, params.subscription));
  return noContent;
}

function named({ application, exchange }: ApplicationContext): PresenceSubscription | undefined {
  const id = exchange.query('presenceSubscriptionId');
  return id === undefined ? undefined : subscriptionOf(application, id);
}

/** addToPresenceSubscription. */
function addMembers(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const id = input.string('presenceSubscriptionId', { required: true });
  const uris = input.strings('contactUris');
  if (uris === undefined) input.reject('contactUris');
  input.check();
  const subscription = subscriptionOf(application, id);
  watch(world, application, subscription, keysOf(context, uris ?? []));
  return created(
    membershipsHref(application, subscription),
    subscriptionMembershipsResource(application, subscription),
  );
}

function membershipOf(context: ApplicationContext): {
  readonly subscription: PresenceSubscription;
  readonly key: string;
} {
  const [id, address] = (context.params.membership ?? '').split(',');
  const subscription = subscriptionOf(context.application, id);
  const key = `sip:${address ?? ''}`.toLowerCase();
  if (!subscription.keys.has(key)) throw notFound('The contact is not subscribed.');
  return { subscription, key };
}

function readMember(context: ApplicationContext): Reply {
  const { subscription, key } = membershipOf(context);
  return ok(subscriptionMembershipResource(context.application, subscription, key));
}

function removeMember(context: ApplicationContext): Reply {
  const { subscription, key } = membershipOf(context);
  unwatch(context.world, context.application, subscription, key);
  return noContent;
}

function subscribedContacts({ world, application }: ApplicationContext): Reply {
  const keys = new Set(
    [...application.subscriptions.values()].flatMap((subscription) => [...subscription.keys]),
  );
  const href = `${peopleHref(application)}/subscribedContacts`;
  const collection = { rel: 'subscribedContacts', href, keys, expand: true } as const;
  return ok(contactsResource(world, application, collection));
}

function startOrRefresh({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const minutes = input.number('duration', contactsMinutes) ?? 0;
  input.check();
  extendContactsSubscription(world, application, minutes);
  return created(contactsSubscriptionHref(application), contactsSubscriptionResource(application));
}

function stop({ application }: ApplicationContext): Reply {
  if (application.contactsSubscription.state === 'Disconnected')
    throw notFound('There is no subscription.');
  stopContactsSubscription(application);
  return noContent;
}

const one = 'people/presenceSubscriptions/:subscription';
const memberships = 'people/presenceSubscriptionMemberships';
const contacts = 'people/contactsAndGroupsSubscription';

export const subscriptionRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people/presenceSubscriptions', handler: list },
  { method: 'POST', path: 'people/presenceSubscriptions', handler: subscribe },
  { method: 'GET', path: one, handler: read },
  { method: 'POST', path: one, handler: extend },
  { method: 'DELETE', path: one, handler: remove },
  {
    method: 'GET',
    path: memberships,
    handler: (context) => ok(subscriptionMembershipsResource(context.application, named(context))),
  },
  { method: 'POST', path: memberships, handler: addMembers },
  { method: 'GET', path: `${memberships}/:membership`, handler: readMember },
  { method: 'DELETE', path: `${memberships}/:membership`, handler: removeMember },
  { method: 'GET', path: 'people/subscribedContacts', handler: subscribedContacts },
  {
    method: 'GET',
    path: contacts,
    handler: ({ application }) => ok(contactsSubscriptionResource(application)),
  },
  { method: 'POST', path: `${contacts}/startOrRefreshSubscription`, handler: startOrRefresh },
  { method: 'POST', path: `${contacts}/stopSubscription`, handler: stop },
];
