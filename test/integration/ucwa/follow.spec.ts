import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../../app/ucwa/follow/follow.ts';
import { known } from '../../../app/ucwa/follow/known-resource.ts';
import { readEmbedded } from '../../../app/ucwa/follow/read-resource.ts';
import { encodeDataUri } from '../../../app/ucwa/hypermedia/data-uri.ts';
import type { Resource } from '../../../app/ucwa/hypermedia/resource.ts';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { EventLog } from '../../support/event-log.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

let sandbox: Sandbox;
let transport: NodeHttpTransport;
const applications: UcwaApplication[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({});
  transport = new NodeHttpTransport();
});
afterEach(async () => {
  for (const application of applications.splice(0)) application.stop();
  transport.close();
  await sandbox.stop();
});

async function signedIn(index: number) {
  const user = sandbox.users[index];
  if (user === undefined) throw new Error('no such user');
  const { userName, password, uri } = user;
  const method = { grant: 'password', account: { userName, password } } as const;
  const { discoveryUrl } = sandbox;
  const request = signInRequest({ address: userName, method, discoveryUrl });
  const application = await signIn(request, ucwaDependencies(transport));
  await application.upToDate();
  applications.push(application);
  const { client } = application;
  return {
    application,
    client,
    uri,
    me: known('me', application.me),
    people: known('people', application.people),
    communication: known('communication', application.communication),
  };
}

/** The resource of the first such event, such as `messagingInvitation started`. */
async function eventResource(log: EventLog, rel: string): Promise<Resource> {
  const find = () =>
    log.events
      .flatMap((each) => (each.type === 'event' ? [each.event] : []))
      .find(({ link, resource }) => link.rel === rel && resource !== null)?.resource;
  await expect.poll(find).toBeDefined();
  const resource = find();
  if (resource === undefined || resource === null) throw new Error(`no ${rel}`);
  return resource;
}

describe('following a link of the built-in server', () => {
  it('reads: GET is what a relation means when its target can be read', async () => {
    const { client, me, people } = await signedIn(0);
    const presence = await follow(client, me, 'presence');
    expect(presence.values.availability).toBe('Online');
    const found = await follow(client, people, 'search', { query: 'sam', limit: 5 });
    expect(found.values.moreResultsAvailable).toBe(false);
    expect(readEmbedded(found, 'contact').map(({ values }) => values.type)).toContain('User');
  });

  it('writes: the method goes before the relation', async () => {
    const { client, me } = await signedIn(0);
    await follow(client, me, 'POST presence', { availability: 'DoNotDisturb' });
    await follow(client, me, 'POST note', { message: 'At home' });
    expect((await follow(client, me, 'presence')).values.availability).toBe('DoNotDisturb');
    expect((await follow(client, me, 'note')).values).toEqual({
      message: 'At home',
      type: 'Personal',
    });
  });

  it('changes: a PUT keeps what is not given', async () => {
    const { client, me } = await signedIn(0);
    const before = await follow(client, me, 'callForwardingSettings');
    await follow(client, me, 'PUT callForwardingSettings', { activePeriod: 'Workhours' });
    const after = await follow(client, me, 'callForwardingSettings');
    expect(after.values).toEqual({ ...before.values, activePeriod: 'Workhours' });
  });

  it('extends what was created, and deletes it', async () => {
    const sam = await signedIn(1);
    const { client, people } = await signedIn(0);
    const input = { duration: 10, uris: [sam.uri] };
    const { created } = await follow(client, people, 'POST presenceSubscriptions', input);
    if (created === null) throw new Error('no subscription in the response');
    const longer = await follow(client, created, 'POST self', { duration: 15 });
    expect(longer.status).toBe(200);
    const asked = sandbox.control.requests.filter(({ path }) => path.includes('presenceSub'));
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST']);
    await expect(follow(client, created, 'DELETE self')).resolves.toBeUndefined();
    await expect(follow(client, created, 'self')).rejects.toMatchObject({ status: 404 });
  });

  it('carries a conversation: invitation, acceptance and a message', async () => {
    const alex = await signedIn(0);
    const sam = await signedIn(1);
    const alexLog = new EventLog(alex.application);
    const samLog = new EventLog(sam.application);
    alex.application.start();
    sam.application.start();
    const { location } = await follow(alex.client, alex.communication, 'startMessaging', {
      operationId: 'op1',
      to: sam.uri,
      importance: 'Urgent',
      message: encodeDataUri('text/plain', 'Lunch?'),
    });
    expect(location).not.toBeNull();
    const invitation = known(
      'messagingInvitation',
      await eventResource(samLog, 'messagingInvitation'),
    );
    await follow(sam.client, invitation, 'accept', { sessionContext: 's1' });
    await expect
      .poll(async () => {
        const own = await eventResource(alexLog, 'messagingInvitation');
        const messaging = await follow(alex.client, known('messagingInvitation', own), 'messaging');
        return messaging.values.state;
      })
      .toBe('Connected');
    const own = await eventResource(alexLog, 'messagingInvitation');
    const messaging = await follow(alex.client, known('messagingInvitation', own), 'messaging');
    const sent = await follow(alex.client, messaging, 'sendMessage', {
      operationId: 'op2',
      format: 'Plain',
      text: 'Now?',
    });
    expect(sent.status).toBe(201);
    const message = await eventResource(samLog, 'message');
    expect(message.properties).toMatchObject({ direction: 'Incoming' });
  });

  it('sends nothing when a limit is broken, a field is missing, or the link is not there', async () => {
    const { client, communication, me } = await signedIn(0);
    const count = sandbox.control.requests.length;
    const subject = 's'.repeat(251);
    await expect(
      follow(client, communication, 'startAudioVideo', { to: 'sip:sam@example.test', subject }),
    ).rejects.toMatchObject({
      kind: 'field-limit',
      field: { name: 'subject', rule: 'maxLength', limit: 250 },
    });
    const callbackUrl = `https://example.test/${'c'.repeat(1024)}`;
    await expect(
      follow(client, communication, 'startAudioVideo', { to: 'sip:sam@example.test', callbackUrl }),
    ).rejects.toMatchObject({ field: { name: 'callbackUrl', limit: 1024 } });
    // What a caller without types could do.
    const bare: { readonly to: string } = JSON.parse('{}');
    await expect(follow(client, communication, 'startAudio', bare)).rejects.toMatchObject({
      kind: 'field-limit',
      field: { name: 'to', rule: 'required', limit: null },
    });
    await expect(follow(client, me, 'makeMeAvailable', {})).rejects.toMatchObject({
      kind: 'missing-link',
    });
    expect(sandbox.control.requests).toHaveLength(count);
  });
});
