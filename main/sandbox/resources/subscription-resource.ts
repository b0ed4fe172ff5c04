import type { Application } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import type { PresenceSubscription } from '../model/subscriptions.ts';
import { contactHref, membershipsHref, subscriptionHref } from './hrefs.ts';

/** One that follows a group cannot be added to. */
export function subscriptionResource(
  application: Application,
  subscription: PresenceSubscription,
): Resource {
  const memberships = { href: membershipsHref(application, subscription) };
  return {
    rel: 'presenceSubscription',
    id: subscription.id,
    _links: {
      self: { href: subscriptionHref(application, subscription) },
      memberships,
      ...(subscription.groupId === undefined ? { addToPresenceSubscription: memberships } : {}),
    },
  };
}

/** One person in one subscription. */
export function subscriptionMembershipResource(
  application: Application,
  subscription: PresenceSubscription,
  key: string,
): Resource {
  const pair = `${encodeURIComponent(subscription.id)},${key.replace(/^sip:/, '')}`;
  return {
    rel: 'presenceSubscriptionMembership',
    _links: {
      self: { href: `${membershipsHref(application)}/${pair}` },
      contact: { href: contactHref(application, key) },
      presenceSubscription: { href: subscriptionHref(application, subscription) },
    },
  };
}

/** The members of one subscription, or of all. */
export function subscriptionMembershipsResource(
  application: Application,
  subscription: PresenceSubscription | undefined,
): Resource {
  const shown =
    subscription === undefined ? [...application.subscriptions.values()] : [subscription];
  return {
    rel: 'presenceSubscriptionMemberships',
    _links: { self: { href: membershipsHref(application, subscription) } },
    _embedded: {
      presenceSubscriptionMembership: shown.flatMap((each) =>
        [...each.keys].map((key) => subscriptionMembershipResource(application, each, key)),
      ),
    },
  };
}
