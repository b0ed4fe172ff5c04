import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../main/sandbox/index.ts';
import { audioSdp, type Event, type Resource, refusal, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

afterEach(() => sandbox.stop());

async function start(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox({
    eventChannel: { mediumSeconds: 0, minimumSeconds: 0 },
    ...options,
  });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
}

function embedded(event: Event): Resource {
  const resource = event._embedded?.[event.link.rel];
  if (resource === undefined) throw new Error(`${event.link.rel} is not embedded`);
  return resource;
}

const connected = (event: Event) => embedded(event).state === 'Connected';

/** Alex and Sam exchange messages; gives the messaging of both. */
async function chat(): Promise<{ readonly alexs: Resource; readonly sams: Resource }> {
  await alex.post(alex.communication._links.startMessaging?.href, {
    to: 'sip:sam@parley.test',
    operationId: 'op-1',
  });
  const invitation = embedded(await sam.until('messagingInvitation', 'started'));
  await sam.post(invitation._links.accept?.href);
  const alexs = embedded(await alex.until('messaging', 'updated', connected));
  const sams = embedded(await sam.until('messaging', 'updated', connected));
  return { alexs, sams };
}

function send(
  client: UcwaClient,
  messaging: Resource,
  text: string,
  contentType = 'text/plain',
): Promise<Response> {
  return client.send('POST', `${messaging._links.sendMessage?.href}?operationId=m-1`, {
    headers: { 'Content-Type': contentType },
    body: text,
  });
}

describe('a message', () => {
  it('counts as sent when the other side has it', async () => {
    await start();
    const { alexs } = await chat();
    const reply = await send(alex, alexs, 'Hello');
    expect(reply.status).toBe(201);
    const started = embedded(await alex.until('message', 'started'));
    expect(started).toMatchObject({ direction: 'Outgoing', status: 'Pending', operationId: 'm-1' });
    const arrived = embedded(await sam.until('message', 'completed'));
    expect(arrived._links.plainMessage?.href).toMatch(/^data:text\/plain[^,]*,Hello%0d%0a$/i);
    const completed = await alex.until('message', 'completed');
    expect(completed.status).toBe('Success');
    expect(embedded(completed)).toMatchObject({ status: 'Succeeded' });
    const all = await alex.get(`${alexs._links.self?.href}/messages`);
    expect(all._links.message).toEqual([{ href: reply.headers.get('location') }]);
  });

  it('that nobody fetches is lost, and its writer is told who did not get it', async () => {
    await start({ messageTimeoutMs: 60 });
    const { alexs } = await chat();
    await send(alex, alexs, 'Lost');
    const completed = await alex.until('message', 'completed');
    expect([completed.status, completed.reason?.subcode]).toEqual(['Failure', 'Timeout']);
    const { failedDeliveryParticipant } = embedded(completed)._links;
    const participant: unknown = failedDeliveryParticipant;
    const [failed] = participant as readonly { readonly href: string }[];
    expect(await alex.get(failed?.href)).toMatchObject({ uri: 'sip:sam@parley.test' });
    await send(alex, alexs, 'Found');
    const next = embedded(await sam.until('message', 'completed'));
    expect(next._links.plainMessage?.href).toContain('Found');
  });

  it('is plain text or HTML, and nothing else', async () => {
    await start();
    const { alexs } = await chat();
    expect((await send(alex, alexs, '<b>Hello</b>', 'text/html; charset=utf-8')).status).toBe(201);
    const arrived = embedded(await sam.until('message', 'completed'));
    expect(arrived._links.htmlMessage?.href).toMatch(/^data:text\/html/);
    expect(await refusal(send(alex, alexs, '{}', 'application/json'))).toBe(
      '415 UnsupportedMediaType',
    );
  });

  it('finds nothing to go to once messaging has stopped', async () => {
    await start();
    const { alexs, sams } = await chat();
    expect((await sam.post(sams._links.stopMessaging?.href)).status).toBe(204);
    await alex.until('conversation', 'deleted');
    expect(await refusal(send(alex, alexs, 'Too late'))).toBe('404 NotFound');
    expect(await refusal(alex.post(alexs._links.stopMessaging?.href))).toBe('404 NotFound');
    expect(await refusal(alex.post(alexs._links.setIsTyping?.href))).toBe('404 NotFound');
  });
});

it('typing is shown and hidden', async () => {
  await start();
  const { alexs, sams } = await chat();
  expect((await alex.post(alexs._links.setIsTyping?.href)).status).toBe(204);
  const added = await sam.until('participant', 'added', (event) => event.in !== undefined);
  expect(added).toMatchObject({
    in: { rel: 'typingParticipants' },
    link: { title: 'Alex Rivera' },
  });
  const typing = await sam.get(sams._links.typingParticipants?.href);
  expect(typing._links.participant).toEqual([{ href: added.link.href }]);
  await send(alex, alexs, 'Done');
  const deleted = await sam.until('participant', 'deleted');
  expect(deleted.in?.rel).toBe('typingParticipants');
});

describe('messages in a call', () => {
  async function call(): Promise<{ readonly alexs: Resource; readonly sams: Resource }> {
    await alex.call('sip:sam@parley.test', {}, 'startAudio');
    const invitation = embedded(await sam.until('audioVideoInvitation', 'started'));
    await sam.postSdp(invitation._links.acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
    const completed = embedded(await alex.until('audioVideoInvitation', 'completed'));
    await sam.until('audioVideoInvitation', 'completed');
    const messagingOf = async (client: UcwaClient, href: string | undefined) =>
      client.get((await client.get(href))._links.messaging?.href);
    return {
      alexs: await messagingOf(alex, completed._links.conversation?.href),
      sams: await messagingOf(sam, invitation._links.conversation?.href),
    };
  }

  it('are added to the same conversation and end without ending the call', async () => {
    await start();
    const { alexs } = await call();
    const reply = await alex.post(alexs._links.addMessaging?.href, {
      operationId: 'add-1',
      _links: { message: { href: 'data:text/plain,While+we+talk' } },
    });
    expect(reply.status).toBe(201);
    const invitation = embedded(await sam.until('messagingInvitation', 'started'));
    expect(invitation._links.message?.href).toContain('While');
    await sam.post(invitation._links.accept?.href);
    const completed = await alex.until('messagingInvitation', 'completed');
    expect(completed.status).toBe('Success');
    const conversation = await alex.get(alexs._links.conversation?.href);
    expect(conversation.activeModalities).toEqual(['Messaging', 'Audio']);
    const again = alex.post(alexs._links.addMessaging?.href, { operationId: 'add-2' });
    expect(await refusal(again)).toBe('409 Conflict AlreadyExists');
    const now = await alex.get(alexs._links.self?.href);
    await alex.post(now._links.stopMessaging?.href);
    expect(await alex.get(alexs._links.conversation?.href)).toMatchObject({
      state: 'Connected',
      activeModalities: ['Audio'],
    });
  });

  it('may be declined', async () => {
    await start();
    const { alexs } = await call();
    await alex.post(alexs._links.addMessaging?.href, { operationId: 'add-1' });
    const invitation = embedded(await sam.until('messagingInvitation', 'started'));
    await sam.post(invitation._links.decline?.href, { reason: 'Local' });
    const completed = await alex.until('messagingInvitation', 'completed');
    expect([completed.status, completed.reason?.subcode]).toEqual(['Failure', 'Declined']);
    expect(await alex.get(alexs._links.self?.href)).toMatchObject({ state: 'Disconnected' });
  });
});

it('a conversation is acknowledged by its reader', async () => {
  await start();
  const { sams } = await chat();
  const conversation = await sam.get(sams._links.conversation?.href);
  expect(conversation.readLocally).toBe(false);
  expect((await sam.post(conversation._links.userAcknowledged?.href)).status).toBe(204);
  await sam.until('conversation', 'updated', (event) => embedded(event).readLocally === true);
});
