import { alreadyExists, UcwaError } from '../http/ucwa-error.ts';
import { type ContactGroup, contactKeys, newGroup } from '../model/contact-list.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { publishGroup, publishGroupContact } from './group-events.ts';
import { endSubscription, followGroup } from './presence-subscriptions.ts';

const maximumDelegates = 25;

/** What a user does to contacts and groups; every endpoint of theirs that asked is told. */

function checkName(account: Account, name: string, except?: ContactGroup): void {
  const taken = [...account.contactList.groups.values()].some(
    (group) => group !== except && group.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw alreadyExists('There is a group of this name already.');
}

function addGroup(world: World, account: Account, group: ContactGroup): ContactGroup {
  const { groups } = account.contactList;
  if (groups.size >= world.options.limits.groups)
    throw new UcwaError(409, 'TooManyGroups', 'There are too many groups.');
  groups.set(group.id, group);
  publishGroup(world, account, group, 'added');
  return group;
}

export function createGroup(world: World, account: Account, name: string): ContactGroup {
  checkName(account, name);
  return addGroup(world, account, newGroup('group', name));
}

/** Puts a group of the directory on the contact list. */
export function listDistributionGroup(
  world: World,
  account: Account,
  group: ContactGroup,
): ContactGroup {
  if (account.contactList.groups.has(group.id))
    throw alreadyExists('The distribution group is on the contact list already.');
  return addGroup(world, account, group);
}

export function renameGroup(
  world: World,
  account: Account,
  group: ContactGroup,
  name: string,
): void {
  checkName(account, name, group);
  group.name = name;
  publishGroup(world, account, group, 'updated');
}

/** A delegate finds those who chose them among the delegators; the group is there while it is needed. */
function mirrorDelegation(world: World, delegator: Account, delegate: Account): void {
  const { groups } = delegate.contactList;
  const chosen = [...delegator.contactList.groups.values()].some(
    ({ rel, members }) => rel === 'delegatesGroup' && members.has(delegate.key),
  );
  const known = [...groups.values()].find(({ rel }) => rel === 'delegatorsGroup');
  if (chosen) {
    const group = known ?? addGroup(world, delegate, newGroup('delegatorsGroup', 'Delegators'));
    group.members.add(delegator.key);
    publishGroupContact(world, delegate, delegator, 'added', group);
  } else if (known?.members.delete(delegator.key) === true) {
    publishGroupContact(world, delegate, delegator, 'deleted', known);
    if (known.members.size === 0) deleteGroup(world, delegate, known);
  }
}

/** Takes a group away; contacts that were in no other leave the list. */
export function deleteGroup(world: World, account: Account, group: ContactGroup): void {
  for (const key of [...group.members]) {
    const contact = world.accounts.get(key);
    if (contact !== undefined && group.rel === 'group')
      removeFromGroup(world, account, contact, group);
  }
  account.contactList.groups.delete(group.id);
  for (const application of world.applicationsOf(account)) {
    const subscription = application.subscriptions.get(group.id);
    if (subscription !== undefined) endSubscription(world, application, subscription);
  }
  publishGroup(world, account, group, 'deleted');
}

export function addToGroup(
  world: World,
  account: Account,
  contact: Account,
  group: ContactGroup,
): void {
  const listed = contactKeys(account.contactList);
  if (group.members.has(contact.key)) throw alreadyExists('The contact is in the group already.');
  const isNew = group.rel !== 'delegatesGroup' && !listed.has(contact.key);
  if (group.rel === 'delegatesGroup' && group.members.size >= maximumDelegates)
    throw new UcwaError(403, 'LimitExceeded', 'There are too many delegates.');
  if (isNew && listed.size >= world.options.limits.contacts)
    throw new UcwaError(409, 'LimitExceeded', 'There are too many contacts.');
  group.members.add(contact.key);
  if (isNew) publishGroupContact(world, account, contact, 'added');
  publishGroupContact(world, account, contact, 'added', group);
  if (group.rel === 'delegatesGroup') mirrorDelegation(world, account, contact);
  followGroup(world, account, group);
}

export function removeFromGroup(
  world: World,
  account: Account,
  contact: Account,
  group: ContactGroup,
): void {
  const wasListed = contactKeys(account.contactList).has(contact.key);
  group.members.delete(contact.key);
  publishGroupContact(world, account, contact, 'deleted', group);
  if (wasListed && !contactKeys(account.contactList).has(contact.key))
    publishGroupContact(world, account, contact, 'deleted');
  if (group.rel === 'delegatesGroup') mirrorDelegation(world, account, contact);
  followGroup(world, account, group);
}

/** Takes a contact off the list altogether. */
export function removeContact(world: World, account: Account, contact: Account): void {
  for (const group of account.contactList.groups.values()) {
    const owned = group.rel !== 'distributionGroup' && group.rel !== 'delegatorsGroup';
    if (owned && group.members.has(contact.key)) removeFromGroup(world, account, contact, group);
  }
}
