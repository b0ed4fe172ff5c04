import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { HostedClient, ours } from './hosted-client.ts';
import { conversationIn, embedded, startMeeting } from './meeting-steps.ts';
import { audioSdp, type Resource, sdpHref, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: HostedClient;

beforeEach(async () => {
  sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 } });
  alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
});

afterEach(() => sandbox.stop());

const tokenRequest = {
  applicationSessionId: 'visitor-1',
  allowedOrigins: 'https://shop.example;https://help.example',
};

const askForToken = (more: Readonly<Record<string, unknown>> = {}) =>
  alex.send('POST', alex.application._links[ours('anonApplicationTokens')]?.href, {
    ...tokenRequest,
    ...more,
  });

/** Follows what a visitor was given to an application of their own. */
async function visit(token: Resource, origin?: string): Promise<UcwaClient> {
  const visitor = new UcwaClient(sandbox.origin);
  visitor.ticket = String(token.token);
  const discover = await visitor.get(token._links[ours('discover')]?.href);
  const answer = await visitor.send('POST', discover._links.anonApplications?.href, {
    headers: {
      'Content-Type': 'application/json',
      ...(origin === undefined ? {} : { Origin: origin }),
    },
    body: JSON.stringify({ anonymousDisplayName: 'Vic', culture: 'en-US', userAgent: 'Chat' }),
  });
  expect(answer.status).toBe(201);
  visitor.enter((await answer.json()) as Resource);
  return visitor;
}

describe('a visitor without an account', () => {
  it('gets a token and the way to begin', async () => {
    const answer = await askForToken();
    expect(answer.status).toBe(200);
    const token = (await answer.json()) as Resource;
    expect(token.rel).toBe(ours('anonApplicationToken'));
    expect(token.token).toMatch(/^psat=/);
    expect(token.expiryTime).toMatch(/^\/Date\(\d+\)\/$/);
    expect(token._links[ours('discover')]?.href).toContain(
      '/platformservice/discover?anonymousContext=psat%253D',
    );
  });

  it('joins the meeting that the token is for', async () => {
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const meeting = await startMeeting(sam);
    const { joinUrl, onlineMeetingUri } = await sam.get(meeting._links.onlineMeeting?.href);
    const token = (await (await askForToken({ meetingUrl: joinUrl })).json()) as Resource;
    const visitor = await visit(token, 'https://help.example');
    expect(visitor.application._links.self?.href).toMatch(
      /^\/ucwa\/psanon\/v1\/applications\/\d+$/,
    );
    const discover = await visitor.get(token._links[ours('discover')]?.href);
    expect(discover.conferenceId).toBe(onlineMeetingUri);
    const join = visitor.communication._links.joinOnlineMeeting?.href;
    const joined = await visitor.post(join, {
      onlineMeetingUri,
      operationId: 'join-1',
      anonymousDisplayName: 'Vic',
    });
    expect(joined.status).toBe(201);
    const seat = await sam.until('participant', 'added', (event) => event.in === undefined);
    expect(seat.link.title).toBe('Vic');
  });

  it.each([
    ['applicationSessionId', undefined],
    ['allowedOrigins', undefined],
    ['allowedOrigins', 'http://shop.example'],
    ['meetingUrl', 'https://meet.parley.test/nobody/NOWHERE0'],
  ])('gets no token for a bad %s', async (name, value) => {
    const answer = await askForToken({ [name]: value });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ parameters: [{ name }] });
  });

  it('comes in through the pages that the token names, and no others', async () => {
    const token = (await (await askForToken()).json()) as Resource;
    await expect(visit(token, 'https://elsewhere.example')).rejects.toThrow();
  });
});

/** A visitor who writes to the service, which leads their messages into a meeting of its own. */
async function bridged() {
  const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  const visitor = await visit((await (await askForToken()).json()) as Resource);
  const written = await visitor.post(visitor.communication._links.startMessaging?.href, {
    operationId: 'chat-1',
    to: 'sip:alex@parley.test',
  });
  expect(written.status).toBe(201);
  const { resource: invitation } = await alex.until('messagingInvitation', 'started');
  const meet = invitation._links[ours('startAdhocMeeting')]?.href;
  await alex.send('POST', meet, { operationId: 'meet-1', subject: 'Help' });
  const { resource: meeting } = await alex.until(
    'conversation',
    'updated',
    ({ state }) => state === 'Conferenced',
  );
  const messaging = await alex.get(meeting._links[ours('messaging')]?.href);
  await alex.send('POST', messaging._links[ours('addMessaging')]?.href, { operationId: 'im-1' });
  const online = await alex.get(meeting._links[ours('onlineMeeting')]?.href);
  const bridge = await alex.send('POST', invitation._links[ours('acceptAndBridge')]?.href, {
    onlineMeetingUri: online.onlineMeetingUri,
    impersonatedDisplayName: 'Help desk',
  });
  expect(bridge.status).toBe(200);
  const added = await alex.until('conversationBridge', 'added');
  await alex.send('POST', meeting._links[ours('addParticipant')]?.href, {
    operationId: 'add-1',
    to: 'sip:sam@parley.test',
  });
  const asked = embedded(await sam.until('onlineMeetingInvitation', 'started'));
  await sam.post(asked._links.accept?.href);
  const inside = await conversationIn(sam, 'Conferenced');
  const sams = await sam.get(inside._links.messaging?.href);
  await sam.post(sams._links.addMessaging?.href, { operationId: 'im-2' });
  const isConnected = (event: { _embedded?: Readonly<Record<string, Resource>> }) =>
    event._embedded?.messaging?.state === 'Connected';
  const samsMessaging = embedded(await sam.until('messaging', 'updated', isConnected));
  const visitors = embedded(await visitor.until('messaging', 'updated', isConnected));
  return { sam, visitor, bridge: added.resource, online, samsMessaging, visitors };
}

const write = (client: UcwaClient, messaging: Resource, body: string) =>
  client.send('POST', messaging._links.sendMessage?.href, {
    headers: { 'Content-Type': 'text/plain' },
    body,
  });

/** The texts that came in so far and the one that ends the wait, in order. */
async function readUntil(client: UcwaClient, last: string): Promise<readonly string[]> {
  const seen: string[] = [];
  for (;;) {
    const event = await client.until(
      'message',
      'completed',
      ({ _embedded }) => _embedded?.message?.direction === 'Incoming',
    );
    const { href = '' } = embedded(event)._links.plainMessage ?? {};
    const text = decodeURIComponent(href.split(',')[1] ?? '')
      .replace(/\+/g, ' ')
      .trim();
    seen.push(text);
    if (text === last) return seen;
  }
}

describe('a conversation bridged to a meeting', () => {
  it('leads the messages of the visitor into the meeting', async () => {
    const { sam, visitor, bridge, online, visitors } = await bridged();
    expect(bridge.onlineMeetingUri).toBe(online.onlineMeetingUri);
    await write(visitor, visitors, 'Hello');
    expect(await readUntil(sam, 'Hello')).toEqual(['Hello']);
  });

  it('leads out only what those write who may be read', async () => {
    const { sam, visitor, bridge, samsMessaging } = await bridged();
    await write(sam, samsMessaging, 'Among us');
    const href = bridge._links[ours('bridgedParticipants')]?.href;
    const sams = { displayName: 'Agent', participantUri: 'sip:sam@parley.test' };
    const added = await alex.send('POST', href, { ...sams, messageFilterState: 'Enabled' });
    expect(added.status).toBe(201);
    await write(sam, samsMessaging, 'Still among us');
    const { resource } = await alex.until('bridgedParticipant', 'added');
    const self = resource._links.self?.href;
    const { etag } = await alex.send('GET', self).then(({ headers }) => ({
      etag: headers.get('etag') ?? '',
    }));
    const changed = await alex.send(
      'PUT',
      self,
      { displayName: 'Agent', messageFilterState: 'Disabled', uri: sams.participantUri },
      { 'If-Match': etag },
    );
    expect(changed.status).toBe(204);
    await write(sam, samsMessaging, 'How can I help?');
    expect(await readUntil(visitor, 'How can I help?')).toEqual(['How can I help?']);
  });

  it('is refused for a meeting that the service is not in', async () => {
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const meeting = await startMeeting(sam);
    const { onlineMeetingUri } = await sam.get(meeting._links.onlineMeeting?.href);
    await sam.post(sam.communication._links.startMessaging?.href, {
      operationId: 'chat-1',
      to: 'sip:alex@parley.test',
    });
    const { resource } = await alex.until('messagingInvitation', 'started');
    const answer = await alex.send('POST', resource._links[ours('acceptAndBridge')]?.href, {
      onlineMeetingUri,
    });
    expect(answer.status).toBe(404);
  });
});

describe('a call to the hosted service', () => {
  it('can be forwarded, and rings there', async () => {
    const [sam, robin] = await Promise.all([
      UcwaClient.signIn(sandbox.origin, 'sam@parley.test'),
      UcwaClient.signIn(sandbox.origin, 'robin@parley.test'),
    ]);
    await sam.call('sip:alex@parley.test', { _links: { mediaOffer: { href: sdpHref(audioSdp) } } });
    const { resource } = await alex.until('audioVideoInvitation', 'started');
    const forward = resource._links[ours('forward')]?.href;
    expect((await alex.send('POST', forward, { to: 'nobody' })).status).toBe(400);
    expect((await alex.send('POST', forward, { to: 'sip:robin@parley.test' })).status).toBe(204);
    const { event } = await alex.until('audioVideoInvitation', 'completed');
    expect(event).toMatchObject({ status: 'Failure', reason: { subcode: 'Forwarded' } });
    const incoming = embedded(await robin.until('audioVideoInvitation', 'started'));
    expect(incoming._links.forwardedBy?.title).toBe('Alex Rivera');
    await robin.postSdp(incoming._links.acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
    expect((await sam.until('audioVideoInvitation', 'completed')).status).toBe('Success');
  });
});
