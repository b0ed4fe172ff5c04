import type { DistributionGroup, SandboxUser } from '../user.ts';
import { groupId } from './ids.ts';

/** A group's relation, which says what may be done with it. */
export type GroupRel =
  | 'pinnedGroup'
  | 'defaultGroup'
  | 'group'
  | 'distributionGroup'
  | 'delegatesGroup'
  | 'delegatorsGroup';

export interface ContactGroup {
  readonly id: string;
  readonly rel: GroupRel;
  /** SMTP or SIP address; of distribution groups only. */
  readonly uri: string | undefined;
  name: string;
  /** Keys of the accounts in it. */
  readonly members: Set<string>;
}

export const privacyLevels = [
  'Unknown',
  'External',
  'Colleagues',
  'Workgroup',
  'FriendsAndFamily',
  'Blocked',
] as const;
export type PrivacyLevel = (typeof privacyLevels)[number];

/** Whom a user has gathered, and how close they are. */
export interface ContactList {
  readonly groups: Map<string, ContactGroup>;
  /** What was set by hand, by account key. */
  readonly privacy: Map<string, PrivacyLevel>;
}

/** Groups in which a contact counts as being on the contact list. */
const listing: readonly GroupRel[] = ['pinnedGroup', 'defaultGroup', 'group'];

export function newGroup(
  rel: GroupRel,
  name: string,
  members: Iterable<string> = [],
): ContactGroup {
  return { id: groupId(), rel, uri: undefined, name, members: new Set(members) };
}

/** A group of the directory as it shows on contact lists; its address is its id. */
export function distributionGroup(
  { uri, name, members }: DistributionGroup,
  shownAs = name,
): ContactGroup {
  const id = uri.replace(/^sip:/i, '').toLowerCase();
  return { id, rel: 'distributionGroup', uri, name: shownAs, members: new Set(keys(members)) };
}

function keys(uris: readonly string[] | undefined): readonly string[] {
  return (uris ?? []).map((uri) => uri.toLowerCase());
}

/**
 * A user's contact list at the start: the groups the user was given, and everybody else of the
 * server under other contacts.
 */
export function initialContactList(
  user: SandboxUser,
  everybody: readonly SandboxUser[],
  distributionGroups: readonly DistributionGroup[],
): ContactList {
  const own = user.uri.toLowerCase();
  const others = everybody.map(({ uri }) => uri.toLowerCase()).filter((key) => key !== own);
  const known = (wanted: readonly string[]) => wanted.filter((key) => others.includes(key));
  const named = (user.groups ?? []).map(({ name, members }) =>
    newGroup('group', name, known(keys(members))),
  );
  const placed = new Set(named.flatMap(({ members }) => [...members]));
  const delegators = everybody
    .filter(({ delegates }) => keys(delegates).includes(own))
    .map(({ uri }) => uri.toLowerCase());
  const delegates = known(keys(user.delegates));
  const listed = distributionGroups.filter(({ listedBy }) => keys(listedBy).includes(own));
  const groups = [
    newGroup('pinnedGroup', 'Pinned Contacts', known(keys(user.favorites))),
    ...named,
    newGroup(
      'defaultGroup',
      'Other Contacts',
      others.filter((key) => !placed.has(key)),
    ),
    ...listed.map((group) => distributionGroup(group)),
    ...(delegates.length === 0 ? [] : [newGroup('delegatesGroup', 'Delegates', delegates)]),
    ...(delegators.length === 0 ? [] : [newGroup('delegatorsGroup', 'Delegators', delegators)]),
  ];
  return { groups: new Map(groups.map((group) => [group.id, group])), privacy: new Map() };
}

/** Keys of everybody on the contact list, each once. */
export function contactKeys(list: ContactList): ReadonlySet<string> {
  return new Set(
    [...list.groups.values()]
      .filter(({ rel }) => listing.includes(rel))
      .flatMap(({ members }) => [...members]),
  );
}

/** How close `key` is: what was set, else a colleague. */
export function privacyOf(list: ContactList, key: string): PrivacyLevel {
  return list.privacy.get(key) ?? 'Colleagues';
}
