import { peopleSender, publish } from '../events/publish.ts';
import type { ContactGroup, GroupRel } from '../model/contact-list.ts';
import type { Application } from '../model/entities.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { accountHref, contactsHref, groupHref, groupsHref } from '../resources/hrefs.ts';

/** The user's endpoints that asked to hear of contacts and groups. */
function listeners(world: World, account: Account): readonly Application[] {
  return world
    .applicationsOf(account)
    .filter(({ contactsSubscription }) => contactsSubscription.state === 'Connected');
}

const systemGroups: readonly GroupRel[] = ['defaultGroup', 'pinnedGroup'];

/** A group came, changed or went. */
export function publishGroup(
  world: World,
  account: Account,
  group: ContactGroup,
  type: 'added' | 'updated' | 'deleted',
): void {
  const isNew = type !== 'updated';
  for (const application of listeners(world, account)) {
    publish(application, peopleSender(application), {
      type,
      rel: group.rel,
      href: groupHref(application, group),
      ...(isNew ? { inside: { rel: 'myGroups', href: groupsHref(application) } } : {}),
      priority: isNew && systemGroups.includes(group.rel) ? 'Low' : 'High',
    });
  }
}

/** A contact came into or left a group, or the contact list if no group is named. */
export function publishGroupContact(
  world: World,
  account: Account,
  contact: Account,
  type: 'added' | 'deleted',
  group?: ContactGroup,
): void {
  const isDelegation = group?.rel === 'delegatesGroup' || group?.rel === 'delegatorsGroup';
  for (const application of listeners(world, account)) {
    publish(application, peopleSender(application), {
      type,
      rel: 'contact',
      href: accountHref(application, contact),
      title: contact.user.name,
      inside:
        group === undefined
          ? { rel: 'myContacts', href: contactsHref(application) }
          : { rel: group.rel, href: groupHref(application, group) },
      priority: isDelegation ? 'Low' : 'High',
    });
  }
}
