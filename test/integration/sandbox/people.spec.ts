import { afterEach, describe, expect, it } from 'vitest';
import {
  demoUsers,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../../main/sandbox/index.ts';
import {
  type Event,
  embeddedList,
  type Link,
  type Resource,
  refusal,
  UcwaClient,
} from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;

async function start(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox({
    eventChannel: { lowSeconds: 0, mediumSeconds: 0, minimumSeconds: 0 },
    ...options,
  });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
}

afterEach(() => sandbox.stop());

async function hub(client: UcwaClient, rel: string): Promise<Resource> {
  return client.get((await client.people())._links[rel]?.href);
}

async function listen(client: UcwaClient): Promise<void> {
  const { _links } = await hub(client, 'myContactsAndGroupsSubscription');
  const href = _links.startOrRefreshSubscriptionToContactsAndGroups?.href;
  const reply = await client.post(`${href}?duration=60`);
  expect(reply.status).toBe(201);
  expect(await reply.json()).toMatchObject({ state: 'Connected' });
}

async function createGroup(client: UcwaClient, displayName: string): Promise<Resource> {
  const groups = (await client.people())._links.myGroups?.href;
  expect((await client.post(groups, { displayName })).status).toBe(204);
  const created = embeddedList(await client.get(groups), 'group').find(
    ({ name }) => name === displayName,
  );
  if (created === undefined) throw new Error('the group is not there');
  return created;
}

const where = (event: Event) =>
  `${event.link.rel} ${event.type}${event.in === undefined ? '' : ` in ${event.in.rel}`}`;

const names = (resources: readonly Resource[]) => resources.map(({ name }) => name);

async function contactOf(client: UcwaClient, user: string): Promise<Resource> {
  const found = await client.get(`${(await client.people())._links.search?.href}?query=${user}`);
  const [contact] = embeddedList(found, 'contact');
  if (contact === undefined) throw new Error(`${user} is not found`);
  return contact;
}

describe('the hub for people', () => {
  it('links to all there is, in the shapes of the real server', async () => {
    await start();
    const { _links } = await alex.people();
    const base = `/ucwa/oauth/v1/applications/${String(alex.application.id)}/people`;
    expect(_links).toEqual({
      self: { href: base },
      presenceSubscriptions: { href: `${base}/presenceSubscriptions` },
      subscribedContacts: { href: `${base}/subscribedContacts` },
      presenceSubscriptionMemberships: { href: `${base}/presenceSubscriptionMemberships` },
      myGroups: { href: `${base}/groups`, revision: '2' },
      myGroupMemberships: { href: `${base}/groupMemberships`, revision: '2' },
      myContacts: { href: `${base}/contacts` },
      myPrivacyRelationships: { href: `${base}/privacyRelationships` },
      myContactsAndGroupsSubscription: { href: `${base}/contactsAndGroupsSubscription` },
      search: { href: `${base}/search`, revision: '2' },
    });
    for (const [rel, { href }] of Object.entries<Link>(_links)) {
      const query = rel === 'search' ? '?query=sam' : '';
      expect((await alex.send('GET', `${href}${query}`)).status, rel).toBe(200);
    }
  });

  it('finds people and distribution groups, as many as asked for', async () => {
    await start();
    const href = (await alex.people())._links.search?.href;
    const all = await alex.get(`${href}?query=parley`);
    expect(embeddedList(all, 'contact')).toHaveLength(sandbox.users.length);
    expect(names(embeddedList(all, 'distributionGroup'))).toEqual(['Product Team']);
    expect(all.moreResultsAvailable).toBe(false);
    const some = await alex.get(`${href}?query=parley&limit=2`);
    expect(embeddedList(some, 'contact')).toHaveLength(2);
    expect(some.moreResultsAvailable).toBe(true);
    const byMail = await alex.get(`${href}?mail=KIM@parley.test`);
    expect(names(embeddedList(byMail, 'contact'))).toEqual(['Kim Lindqvist']);
  });

  it.each(['', '?query=', '?query=a&limit=101', `?query=${'x'.repeat(257)}`])(
    'refuses the search %s',
    async (query) => {
      await start();
      const href = (await alex.people())._links.search?.href;
      expect(await refusal(alex.send('GET', `${href}${query}`))).toBe(
        '400 BadRequest ParameterValidationFailure',
      );
    },
  );
});

describe('a contact', () => {
  it('has all its details behind links', async () => {
    await start();
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const me = await sam.me();
    await sam.post(me._links.note?.href, { message: 'Heads down' });
    await sam.post(me._links.location?.href, { location: 'Lisbon' });
    const { _links } = await contactOf(alex, 'okafor');
    const read = (rel: string) => alex.get(_links[rel]?.href);
    expect(await read('contactPresence')).toMatchObject({ availability: 'Online' });
    expect(await read('contactNote')).toMatchObject({ message: 'Heads down', type: 'Personal' });
    expect(await read('contactLocation')).toMatchObject({ location: 'Lisbon' });
    expect(await read('contactSupportedModalities')).toMatchObject({
      modalities: ['Messaging', 'Audio', 'Video', 'PhoneAudio'],
    });
    expect(await read('contactPrivacyRelationship')).toMatchObject({
      relationshipLevel: 'Colleagues',
    });
    expect((await alex.send('GET', _links.contactPhoto?.href)).status).toBe(200);
  });

  it('is heard of, whatever changes, by those who subscribed', async () => {
    await start();
    const href = (await alex.people())._links.presenceSubscriptions?.href;
    await alex.post(href, { duration: 10, uris: ['sip:sam@parley.test'] });
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    await alex.until('contactSupportedModalities', 'updated');
    const me = await sam.me();
    await sam.post(me._links.note?.href, { message: 'Heads down' });
    expect(where(await alex.until('contactNote', 'updated'))).toBe(
      'contactNote updated in contact',
    );
    await sam.post(me._links.location?.href, { location: 'Lisbon' });
    await alex.until('contactLocation', 'updated');
  });
});

describe('groups', () => {
  it('are the pinned, the other and the own contacts, whole or as links', async () => {
    await start();
    const { _embedded } = await hub(alex, 'myGroups');
    expect(_embedded.pinnedGroup).toMatchObject({ rel: 'pinnedGroup', name: 'Pinned Contacts' });
    expect(_embedded.group).toEqual([]);
    expect(_embedded.distributionGroup).toEqual([]);
    const { defaultGroup } = _embedded;
    const contacts = await alex.get(defaultGroup?._links.groupContacts?.href);
    expect(contacts.rel).toBe('groupContacts');
    expect(embeddedList(contacts, 'contact')).toHaveLength(sandbox.users.length - 1);
    const links = await alex.get(`${(await alex.people())._links.myGroups?.href}?expand=false`);
    expect(links._links.defaultGroup).toEqual({ href: defaultGroup?._links.self?.href });
    expect(links).not.toHaveProperty('_embedded');
  });

  it('come and go, and those who subscribed hear of it', async () => {
    await start();
    await alex.post((await alex.people())._links.myGroups?.href, { displayName: 'Unheard' });
    await listen(alex);
    const group = await createGroup(alex, 'Friends');
    expect(where(await alex.until('group', 'added'))).toBe('group added in myGroups');
    expect(group._links.self).toMatchObject({ revision: '2' });
    expect((await alex.send('DELETE', group._links.self?.href)).status).toBe(204);
    const deleted = await alex.until('group', 'deleted');
    expect(deleted.link.href).toBe(group._links.self?.href);
    expect(await refusal(alex.send('GET', group._links.self?.href))).toBe('404 NotFound');
    expect(alex.events.filter(({ link }) => link.rel === 'group')).toHaveLength(2);
  });

  it('have names of their own, and not too many', async () => {
    await start({ limits: { groups: 3 } });
    const href = (await alex.people())._links.myGroups?.href;
    await createGroup(alex, 'Friends');
    expect(await refusal(alex.post(href, { displayName: 'friends' }))).toBe(
      '409 Conflict AlreadyExists',
    );
    expect(await refusal(alex.post(href, { displayName: 'Family' }))).toBe(
      '409 Conflict TooManyGroups',
    );
    expect(await refusal(alex.post(href, { displayName: 'x'.repeat(257) }))).toBe(
      '400 BadRequest ParameterValidationFailure',
    );
  });

  it('take contacts in and give them up', async () => {
    await start();
    await listen(alex);
    const group = await createGroup(alex, 'Friends');
    const all = (await alex.people())._links.myGroupMemberships?.href;
    const body = { contactUri: 'sip:sam@parley.test', groupId: group.id };
    const reply = await alex.post(all, body);
    expect(reply.status).toBe(201);
    expect(await alex.get(reply.headers.get('location') ?? '')).toMatchObject({
      rel: 'myGroupMembership',
      _links: { group: group._links.self === undefined ? {} : { href: group._links.self.href } },
    });
    const added = await alex.until('contact', 'added');
    expect(where(added)).toBe('contact added in group');
    expect(
      names(embeddedList(await alex.get(group._links.groupContacts?.href), 'contact')),
    ).toEqual(['Sam Okafor']);
    expect(await refusal(alex.post(all, body))).toBe('409 Conflict AlreadyExists');
    const gone = await alex.send('DELETE', reply.headers.get('location') ?? '');
    expect(gone.status).toBe(204);
    expect(where(await alex.until('contact', 'deleted'))).toBe('contact deleted in group');
  });

  it('lose a contact that leaves the list altogether', async () => {
    await start();
    await listen(alex);
    const memberships = await hub(alex, 'myGroupMemberships');
    const href = memberships._links.removeContactFromAllGroups?.href;
    expect((await alex.post(href, { contactUri: 'sip:sam@parley.test' })).status).toBe(204);
    const first = await alex.until('contact', 'deleted');
    const second = await alex.until('contact', 'deleted');
    expect([where(first), where(second)]).toEqual([
      'contact deleted in defaultGroup',
      'contact deleted in myContacts',
    ]);
    const contacts = embeddedList(await hub(alex, 'myContacts'), 'contact');
    expect(names(contacts)).not.toContain('Sam Okafor');
  });

  it('of the directory are expanded, listed and taken off the list', async () => {
    await start();
    await listen(alex);
    const search = (await alex.people())._links.search?.href;
    const find = async () =>
      embeddedList(await alex.get(`${search}?query=product`), 'distributionGroup')[0];
    const found = await find();
    const expanded = await alex.get(found?._links.expandDistributionGroup?.href);
    expect(names(embeddedList(expanded, 'contact'))).toEqual([
      'Alex Rivera',
      'Kim Lindqvist',
      'Sam Okafor',
    ]);
    const list = { displayName: 'Product', smtpAddress: 'product-team@parley.test' };
    expect((await alex.post(found?._links.addToContactList?.href, list)).status).toBe(204);
    expect(where(await alex.until('distributionGroup', 'added'))).toBe(
      'distributionGroup added in myGroups',
    );
    const href = (await find())?._links.removeFromContactList?.href;
    expect((await alex.post(href, { groupId: found?.id })).status).toBe(204);
    await alex.until('distributionGroup', 'deleted');
  });

  it('that are too large are not expanded', async () => {
    await start({ limits: { expandedContacts: 2 } });
    const search = (await alex.people())._links.search?.href;
    const [found] = embeddedList(await alex.get(`${search}?query=product`), 'distributionGroup');
    expect(await refusal(alex.send('GET', found?._links.expandDistributionGroup?.href))).toBe(
      '403 Forbidden TooManyContacts',
    );
  });

  it('of delegates are the other side of delegators', async () => {
    const [first, second] = demoUsers;
    if (first === undefined || second === undefined) throw new Error('no users');
    await start({ users: [{ ...first, delegates: [second.uri] }, second] });
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const { delegatorsGroup } = (await hub(sam, 'myGroups'))._embedded;
    const delegators = await sam.get(delegatorsGroup?._links.groupContacts?.href);
    expect(names(embeddedList(delegators, 'contact'))).toEqual(['Alex Rivera']);
    const all = (await sam.people())._links.myGroupMemberships?.href;
    const body = { contactUri: first.uri, groupId: delegatorsGroup?.id };
    expect(await refusal(sam.post(all, body))).toBe('403 Forbidden OperationNotSupported');
    const memberships = embeddedList(await hub(alex, 'myGroupMemberships'), 'myGroupMembership');
    const delegate = memberships.find(({ _links }) => _links.delegatesGroup !== undefined);
    await alex.send('DELETE', delegate?._links.self?.href);
    expect((await hub(sam, 'myGroups'))._embedded).not.toHaveProperty('delegatorsGroup');
  });
});

describe('presence subscriptions', () => {
  it('follow a group as it changes', async () => {
    await start();
    const group = await createGroup(alex, 'Friends');
    const href = `${group._links.subscribeToGroupPresence?.href}&duration=30`;
    const reply = await alex.send('POST', href);
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ id: group.id });
    const all = (await alex.people())._links.myGroupMemberships?.href;
    await alex.post(all, { contactUri: 'sip:sam@parley.test', groupId: group.id });
    expect(where(await alex.until('contact', 'added'))).toBe('contact added in subscribedContacts');
    await alex.until('contactPresence', 'updated');
    await alex.send('DELETE', group._links.self?.href);
    expect(where(await alex.until('contact', 'deleted'))).toBe(
      'contact deleted in subscribedContacts',
    );
  });

  it('take in more people and let single ones go', async () => {
    await start();
    const people = await alex.people();
    const body = { duration: 10, uris: ['sip:sam@parley.test'] };
    const reply = await alex.post(people._links.presenceSubscriptions?.href, body);
    const subscription = await alex.get(reply.headers.get('location') ?? '');
    const more = subscription._links.addToPresenceSubscription?.href;
    expect(more).toContain('presenceSubscriptionMemberships?presenceSubscriptionId=');
    const grown = await alex.post(more, { contactUris: ['sip:kim@parley.test'] });
    expect(grown.status).toBe(201);
    const memberships = await alex.get(subscription._links.memberships?.href);
    const [first] = embeddedList(memberships, 'presenceSubscriptionMembership');
    expect((await alex.send('DELETE', first?._links.self?.href)).status).toBe(204);
    const subscribed = embeddedList(await hub(alex, 'subscribedContacts'), 'contact');
    expect(names(subscribed)).toEqual(['Kim Lindqvist']);
  });

  it('have limits', async () => {
    await start({ limits: { presenceSubscriptions: 1 } });
    const href = (await alex.people())._links.presenceSubscriptions?.href;
    const body = { duration: 10, uris: ['sip:sam@parley.test'] };
    await alex.post(href, body);
    expect(await refusal(alex.post(href, body))).toBe('403 Forbidden LimitExceeded');
    const bad = await alex.post(href, { duration: 31 });
    expect(await bad.json()).toMatchObject({
      parameters: [
        { name: 'duration', reason: 'Invalid' },
        { name: 'uris', reason: 'Invalid' },
      ],
    });
  });
});
