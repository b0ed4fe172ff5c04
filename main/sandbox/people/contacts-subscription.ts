import { peopleSender, publish } from '../events/publish.ts';
import type { Application } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import { extendSpan, stopSpan } from '../model/span.ts';
import type { World } from '../model/world.ts';
import { contactsSubscriptionHref } from '../resources/hrefs.ts';

const maximumMinutes = 60;

export function contactsSubscriptionResource(application: Application): Resource {
  const self = contactsSubscriptionHref(application);
  const { state } = application.contactsSubscription;
  return {
    rel: 'myContactsAndGroupsSubscription',
    state,
    _links: {
      self: { href: self },
      startOrRefreshSubscriptionToContactsAndGroups: { href: `${self}/startOrRefreshSubscription` },
      ...(state === 'Connected'
        ? { stopSubscriptionToContactsAndGroups: { href: `${self}/stopSubscription` } }
        : {}),
    },
  };
}

export function stopContactsSubscription({ contactsSubscription }: Application): void {
  stopSpan(contactsSubscription);
  contactsSubscription.state = 'Disconnected';
}

/** From now on, and for so many minutes, the application hears of contacts and groups. */
export function extendContactsSubscription(
  world: World,
  application: Application,
  minutes: number,
): void {
  const { contactsSubscription } = application;
  contactsSubscription.state = 'Connected';
  extendSpan(
    world.timers,
    contactsSubscription,
    { add: minutes, maximum: maximumMinutes },
    {
      onWarning: () =>
        publish(application, peopleSender(application), {
          type: 'updated',
          rel: 'myContactsAndGroupsSubscription',
          href: contactsSubscriptionHref(application),
          priority: 'Medium',
        }),
      onEnd: () => stopContactsSubscription(application),
    },
  );
}
