/**
 * A UCWA client in plain JavaScript that knows nothing but the documented HTTP of the protocol:
 *
 *     node walk.mjs DISCOVERY_URL USER PASSWORD PEER
 *
 * Signs in with a password, walks through presence, note, contacts, search, groups and subscriptions,
 * then writes to PEER and waits for an answer. Prints one JSON object per step. The authority to trust
 * is given with NODE_EXTRA_CA_CERTS.
 */
const [discoveryUrl, userName, password, peer] = process.argv.slice(2);

let ticket = '';
let resyncs = 0;

function report(step, details = {}) {
  console.log(JSON.stringify({ step, ...details }));
}

/** A request to an address that a link gave, relative to the one it was found at. */
async function send(method, url, { body, type = 'application/json', headers = {} } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      Accept: 'application/json',
      ...(ticket === '' ? {} : { Authorization: `Bearer ${ticket}` }),
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

function must(answer, ...statuses) {
  if (!statuses.includes(answer.status))
    throw new Error(`${answer.status} instead of ${statuses.join(' or ')}`);
  return answer;
}

const root = must(await send('GET', discoveryUrl), 200).body;
const userUrl = root._links.user.href;
report('discovered', { user: userUrl, xframe: root._links.xframe.href });

const challenge = must(await send('GET', userUrl), 401).headers.get('www-authenticate');
const [, ticketUrl, grants] = /MsRtcOAuth href="([^"]+)",grant_type="([^"]+)"/.exec(challenge);
report('challenged', { grants: grants.split(',') });

const form = new URLSearchParams({ grant_type: 'password', username: userName, password });
const grant = await send('POST', ticketUrl, {
  body: form.toString(),
  type: 'application/x-www-form-urlencoded;charset=UTF-8',
});
ticket = must(grant, 200).body.access_token;
report('ticket', { tokenType: grant.body.token_type });

const user = must(await send('GET', userUrl), 200).body;
const applicationsUrl = user._links.applications.href;
const base = new URL(applicationsUrl).origin;
const at = (href) => new URL(href, base).href;
const get = async (href) => must(await send('GET', at(href)), 200).body;
const post = (href, body) =>
  send('POST', at(href), body === undefined ? {} : { body: JSON.stringify(body) });

const created = await post(applicationsUrl, {
  UserAgent: 'Walk in JavaScript',
  EndpointId: 'a5a5f1f5-0000-4000-8000-000000000001',
  Culture: 'en-US',
});
const application = must(created, 201).body;
report('application', { id: application.id, name: application._embedded.me.name });

/** Events not looked at yet, oldest first. */
const events = [];
let eventsHref = application._links.events.href;

async function poll() {
  const body = await get(eventsHref);
  const { next, resync, resume } = body._links;
  if (next === undefined) resyncs += 1;
  eventsHref = (resync ?? resume ?? next).href;
  for (const { rel, events: own } of body.sender ?? []) {
    for (const event of own) events.push({ sender: rel, ...event });
  }
}

/** The next event that fits; those before it are passed over. */
async function until(rel, type, fits = () => true) {
  for (;;) {
    for (let event = events.shift(); event !== undefined; event = events.shift()) {
      if (event.link.rel === rel && event.type === type && fits(event)) return event;
    }
    await poll();
  }
}

const before = await get(application._embedded.me._links.self.href);
must(
  await post(before._links.makeMeAvailable.href, {
    signInAs: 'Online',
    supportedModalities: ['Messaging'],
    supportedMessageFormats: ['Plain', 'Html'],
  }),
  204,
);
const me = await get(before._links.self.href);
report('available', { links: Object.keys(me._links).sort() });

must(await post(me._links.note.href, { message: 'Walking' }), 204);
report('note', { message: (await get(me._links.note.href)).message });

must(await post(me._links.presence.href, { availability: 'Busy' }), 204);
const busy = await get(me._links.presence.href);
must(await post(me._links.presence.href), 204);
const reset = await get(me._links.presence.href);
report('presence', { set: busy.availability, reset: reset.availability });

const people = application._embedded.people._links;
const names = (list) => list.map(({ name }) => name).sort();
const contacts = (await get(people.myContacts.href))._embedded.contact;
report('contacts', { names: names(contacts) });

const query = new URLSearchParams({ query: peer.split('@')[0], limit: '5' });
const found = await get(`${people.search.href}?${query}`);
report('search', { names: names(found._embedded.contact), more: found.moreResultsAvailable });

const subscription = await get(people.myContactsAndGroupsSubscription.href);
const start = subscription._links.startOrRefreshSubscriptionToContactsAndGroups.href;
must(await post(`${start}?duration=30`), 201);
const watched = await post(people.presenceSubscriptions.href, {
  duration: 30,
  uris: [`sip:${peer}`],
});
must(watched, 201);
must(await post(people.myGroups.href, { displayName: 'Walkers' }), 204);
const { link } = await until('contactPresence', 'updated');
const presence = await get(link.href);
const group = await until('group', 'added');
report('subscribed', { availability: presence.availability, heardOf: group.in.rel });

const membership = { contactUri: `sip:${peer}`, groupId: (await get(group.link.href)).id };
must(await post(people.myGroupMemberships.href, membership), 201);
const current = await send('GET', at(group.link.href));
const { _links, ...properties } = current.body;
const renamed = await send('PUT', at(group.link.href), {
  body: JSON.stringify({ ...properties, name: 'Ramblers' }),
  headers: { 'If-Match': current.headers.get('etag') },
});
must(renamed, 200, 204);
const members = await get(_links.groupContacts.href);
report('group', {
  name: (await get(group.link.href)).name,
  members: names(members._embedded.contact),
});
must(await send('DELETE', at(group.link.href)), 204);

const invited = await post(application._embedded.communication._links.startMessaging.href, {
  to: `sip:${peer}`,
  operationId: 'walk-1',
  subject: 'A walk',
  importance: 'Normal',
  _links: { message: { href: 'data:text/plain,First+message' } },
});
must(invited, 201);
const isConnected = (event) => event._embedded?.messaging?.state === 'Connected';
const messaging = (await until('messaging', 'updated', isConnected))._embedded.messaging;
await until('messagingInvitation', 'completed', (event) => event.status === 'Success');
const sent = await send('POST', `${at(messaging._links.sendMessage.href)}?operationId=walk-2`, {
  body: 'Are you there?',
  type: 'text/plain',
});
must(sent, 201);
const incoming = (event) => event._embedded?.message?.direction === 'Incoming';
const answer = (await until('message', 'completed', incoming))._embedded.message;
report('answered', { text: answer._links.plainMessage.href });
must(await post(messaging._links.stopMessaging.href), 204);
await until('conversation', 'deleted');

must(await send('DELETE', at(application._links.self.href)), 204);
report('signed out', { after: (await send('GET', at(eventsHref))).status, resyncs });
