import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import {
  audioSdp,
  type Event,
  embeddedList,
  type Link,
  type Resource,
  refusal,
  sdpHref,
  UcwaClient,
} from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
});

afterEach(() => sandbox.stop());

function embedded(event: Event): Resource {
  const resource = event._embedded?.[event.link.rel];
  if (resource === undefined) throw new Error(`${event.link.rel} is not embedded`);
  return resource;
}

async function logsOf(client: UcwaClient): Promise<readonly Resource[]> {
  const { _links } = await client.get(client.communication._links.conversationLogs?.href);
  const links: unknown = _links.conversationLog;
  return Promise.all((links as readonly Link[]).map(({ href }) => client.get(href)));
}

const missedOf = (client: UcwaClient) => client.get(client.communication._links.missedItems?.href);

const connected = (event: Event) => embedded(event).state === 'Connected';

/** Alex writes to Sam, so many times, and stops. */
async function talk(messages: number): Promise<void> {
  await alex.post(alex.communication._links.startMessaging?.href, {
    to: 'sip:sam@parley.test',
    operationId: 'op-1',
    subject: 'Lunch',
  });
  const invitation = embedded(await sam.until('messagingInvitation', 'started'));
  await sam.post(invitation._links.accept?.href);
  const messaging = embedded(await alex.until('messaging', 'updated', connected));
  for (let index = 1; index <= messages; index += 1) {
    await alex.send('POST', messaging._links.sendMessage?.href, {
      headers: { 'Content-Type': 'text/plain' },
      body: `message ${index}`,
    });
    await sam.until('message', 'completed');
  }
  await alex.post(messaging._links.stopMessaging?.href);
  await sam.until('conversation', 'deleted');
}

describe('a past conversation', () => {
  it('is kept for both sides, with what was written, page by page', async () => {
    await talk(22);
    const [log] = await logsOf(sam);
    expect(log).toMatchObject({
      direction: 'Incoming',
      status: 'Archived',
      subject: 'Lunch',
      type: 'MessageLog',
      modalities: ['Messaging'],
      previewMessage: 'message 22',
      totalRecipientsCount: 1,
      _embedded: { conversationLogRecipient: [{ displayName: 'Alex Rivera' }] },
    });
    const first = await sam.get(log?._links.conversationLogTranscripts?.href);
    const lines = embeddedList(first, 'conversationLogTranscript');
    expect(lines).toHaveLength(20);
    expect(lines[0]).toMatchObject({
      _links: { contact: { href: expect.stringMatching(/people\/alex@parley\.test$/) } },
      _embedded: { messageTranscript: { _links: { plainMessage: {} } } },
    });
    const next = await sam.get(first._links.nextConversationLogTranscripts?.href);
    expect(embeddedList(next, 'conversationLogTranscript')).toHaveLength(2);
    expect(next._links).not.toHaveProperty('nextConversationLogTranscripts');
    expect(await logsOf(alex)).toMatchObject([{ direction: 'Outgoing', subject: 'Lunch' }]);
  });

  it('is taken up again under the same thread', async () => {
    await talk(1);
    const [log] = await logsOf(sam);
    const reply = await sam.post(log?._links.continueMessaging?.href, { operationId: 'again' });
    expect(reply.status).toBe(201);
    const invitation = embedded(await alex.until('messagingInvitation', 'started', isIncoming));
    expect(invitation).toMatchObject({ threadId: log?.threadId, subject: 'Lunch' });
    const call = await alex.post((await logsOf(alex))[0]?._links.continueAudio?.href, {
      operationId: 'call',
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    expect(call.status).toBe(201);
    await sam.until('audioVideoInvitation', 'started');
  });

  it('is not kept by those who do not want it', async () => {
    const href = sam.communication._links.self?.href;
    await sam.put(href, { conversationHistory: 'Disabled' });
    await talk(1);
    expect(await logsOf(sam)).toEqual([]);
    expect(await logsOf(alex)).toHaveLength(1);
  });
});

const isIncoming = (event: Event) => embedded(event).direction === 'Incoming';

describe('a missed call', () => {
  it('counts until it has been read, and goes when it is deleted', async () => {
    const second = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'second');
    await alex.call('sip:sam@parley.test');
    const invitation = embedded(await alex.until('audioVideoInvitation', 'started'));
    await sam.until('audioVideoInvitation', 'started');
    await second.until('audioVideoInvitation', 'started');
    await alex.post(invitation._links.cancel?.href);
    await sam.until('missedItems', 'updated');
    expect(await missedOf(sam)).toMatchObject({
      missedConversationsCount: 1,
      unreadMissedConversationsCount: 1,
      conversationLogsCount: 1,
    });
    const [log] = await logsOf(sam);
    expect(log).toMatchObject({ status: 'Missed', type: 'VideoLog' });
    expect((await sam.post(log?._links.markAsRead?.href)).status).toBe(204);
    expect(await missedOf(sam)).toMatchObject({ unreadMissedConversationsCount: 0 });
    expect((await sam.send('DELETE', log?._links.self?.href)).status).toBe(204);
    expect(await missedOf(sam)).toMatchObject({ missedConversationsCount: 0 });
    expect(await refusal(sam.send('GET', log?._links.self?.href))).toBe('404 NotFound');
  });

  it('is found by somebody who was not there, and so is a message', async () => {
    await sam.send('DELETE', sam.application._links.self?.href);
    await alex.call('sip:sam@parley.test');
    await alex.until('audioVideoInvitation', 'completed');
    const startMessaging = alex.communication._links.startMessaging?.href;
    await alex.post(startMessaging, { to: 'sip:sam@parley.test', operationId: 'op-2' });
    await alex.until('messagingInvitation', 'completed');
    const back = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    expect(await logsOf(back)).toMatchObject([
      { status: 'Missed', type: 'MessageLog' },
      { status: 'Missed', type: 'VideoLog' },
    ]);
  });
});
