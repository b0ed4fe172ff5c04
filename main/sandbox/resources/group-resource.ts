import type { ContactGroup } from '../model/contact-list.ts';
import type { Application } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import type { World } from '../model/world.ts';
import { contactResource } from './contact-resource.ts';
import {
  accountHref,
  contactHref,
  groupContactsHref,
  groupHref,
  groupMembershipsHref,
  groupsHref,
  subscriptionsHref,
} from './hrefs.ts';
import { putProperty } from './put-property.ts';

/** What a distribution group offers depends on whether it is on the user's contact list. */
function distributionGroupLinks(application: Application, group: ContactGroup): JsonObject {
  const groups = groupsHref(application);
  const listed = application.account.contactList.groups.has(group.id);
  return {
    expandDistributionGroup: { href: `${groupHref(application, group)}/expandDistributionGroup` },
    ...(listed
      ? { removeFromContactList: { href: `${groups}/removeFromContactList` } }
      : { addToContactList: { href: `${groups}/addToContactList` } }),
  };
}

/** A group of contacts, of any kind. */
export function groupResource(application: Application, group: ContactGroup): Resource {
  const id = encodeURIComponent(group.id);
  return {
    rel: group.rel,
    id: group.id,
    name: group.name,
    uri: group.uri,
    ...(group.rel === 'group' ? putProperty(application) : {}),
    _links: {
      self: {
        href: groupHref(application, group),
        ...(group.rel === 'group' ? { revision: '2' } : {}),
      },
      ...(group.rel === 'distributionGroup'
        ? distributionGroupLinks(application, group)
        : { groupContacts: { href: groupContactsHref(application, group) } }),
      subscribeToGroupPresence: { href: `${subscriptionsHref(application)}?groupId=${id}` },
    },
  };
}

/** A distribution group with the people in it. */
export function expandedGroupResource(
  world: World,
  application: Application,
  group: ContactGroup,
): Resource {
  const people = [...group.members].flatMap((key) => world.accounts.get(key) ?? []);
  return {
    ...groupResource(application, group),
    _embedded: { contact: people.map((account) => contactResource(application, account)) },
  };
}

/** All groups of the user; those of which there is but one are no lists. */
export function myGroupsResource(application: Application, expand: boolean): Resource {
  const groups = [...application.account.contactList.groups.values()];
  const show = (group: ContactGroup): JsonObject =>
    expand ? groupResource(application, group) : { href: groupHref(application, group) };
  const only = groups.filter(({ rel }) => rel !== 'group' && rel !== 'distributionGroup');
  const shown: JsonObject = {
    ...Object.fromEntries(only.map((group) => [group.rel, show(group)])),
    group: groups.filter(({ rel }) => rel === 'group').map(show),
    distributionGroup: groups.filter(({ rel }) => rel === 'distributionGroup').map(show),
  };
  const self = { href: groupsHref(application), revision: '2' };
  return expand
    ? { rel: 'myGroups', _links: { self }, _embedded: shown }
    : { rel: 'myGroups', _links: { self, ...shown } };
}

/** One contact in one group. */
export function groupMembershipResource(
  application: Application,
  group: ContactGroup,
  key: string,
): Resource {
  const pair = `${encodeURIComponent(group.id)},${key.replace(/^sip:/, '')}`;
  return {
    rel: 'myGroupMembership',
    _links: {
      self: { href: `${groupMembershipsHref(application)}/${pair}`, revision: '2' },
      contact: { href: contactHref(application, key) },
      [group.rel]: { href: groupHref(application, group) },
    },
  };
}

export function groupMembershipsResource(
  world: World,
  application: Application,
  group: ContactGroup | undefined,
): Resource {
  const self = groupMembershipsHref(application, group);
  const all = [...application.account.contactList.groups.values()].filter(
    ({ rel }) => rel !== 'distributionGroup' && rel !== 'delegatorsGroup',
  );
  return {
    rel: 'myGroupMemberships',
    _links: {
      self: { href: self, revision: '2' },
      removeContactFromAllGroups: {
        href: `${groupMembershipsHref(application)}/removeContactFromAllGroups`,
        revision: '2',
      },
    },
    _embedded: {
      myGroupMembership: (group === undefined ? all : [group]).flatMap((each) =>
        [...each.members]
          .filter((key) => world.accounts.has(key))
          .map((key) => groupMembershipResource(application, each, key)),
      ),
    },
  };
}

/** Contacts of the user, or of one of the groups. */
export function contactsResource(
  world: World,
  application: Application,
  collection: {
    readonly rel: 'myContacts' | 'groupContacts' | 'subscribedContacts';
    readonly href: string;
    readonly keys: Iterable<string>;
    readonly expand: boolean;
  },
): Resource {
  const accounts = [...collection.keys].flatMap((key) => world.accounts.get(key) ?? []);
  return {
    rel: collection.rel,
    _links: {
      self: { href: collection.href },
      contact: accounts.map((account) => ({ href: accountHref(application, account) })),
    },
    ...(collection.expand
      ? {
          _embedded: { contact: accounts.map((account) => contactResource(application, account)) },
        }
      : {}),
  };
}
