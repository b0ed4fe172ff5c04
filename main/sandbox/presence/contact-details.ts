import { meSender, peopleSender, publish } from '../events/publish.ts';
import type { Application } from '../model/entities.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { accountHref, meHref } from '../resources/hrefs.ts';

/** What others can start with somebody: whatever one of the endpoints takes. */
export function supportedModalities(world: World, account: Account): readonly string[] {
  const available = world.applicationsOf(account).filter((endpoint) => endpoint.available);
  return [...new Set(available.flatMap((endpoint) => endpoint.supportedModalities))];
}

type ContactDetail =
  | 'contactPresence'
  | 'contactNote'
  | 'contactLocation'
  | 'contactSupportedModalities'
  | 'contactPrivacyRelationship';

export function watches(application: Application, { key }: Account): boolean {
  return [...application.subscriptions.values()].some(({ keys }) => keys.has(key));
}

/** Tells one application that something about a contact is new. */
export function publishContactDetail(
  application: Application,
  account: Account,
  rel: ContactDetail,
): void {
  const contact = accountHref(application, account);
  publish(application, peopleSender(application), {
    type: 'updated',
    rel,
    href: `${contact}/${rel}`,
    inside: { rel: 'contact', href: contact },
    priority: 'Medium',
  });
}

/** Tells everybody who has subscribed to somebody's presence. */
export function publishToWatchers(world: World, account: Account, rel: ContactDetail): void {
  for (const application of world.applications.values()) {
    if (watches(application, account)) publishContactDetail(application, account, rel);
  }
}

/** Tells the user's own endpoints that something of theirs is new. */
export function publishToSelf(
  world: World,
  account: Account,
  rel: 'presence' | 'note' | 'location',
  except?: Application,
): void {
  for (const application of world.applicationsOf(account)) {
    if (application === except || !application.available) continue;
    publish(application, meSender(application), {
      type: 'updated',
      rel,
      href: `${meHref(application)}/${rel}`,
      priority: 'Medium',
    });
  }
}
