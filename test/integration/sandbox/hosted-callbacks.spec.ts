import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoUsers, type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { HostedClient, ours } from './hosted-client.ts';
import { audioSdp, type EventsBody, sdpHref, UcwaClient } from './ucwa-client.ts';

interface Post {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: EventsBody & { readonly baseuri?: string };
}

/** The web server of somebody who is called back. */
class Listener {
  readonly posts: Post[] = [];
  /** What each post is answered with. */
  reply: { status: number; body: string } = { status: 200, body: '' };
  readonly #server: Server;
  #wake = () => {};

  constructor() {
    this.#server = createServer(async (request, response) => {
      const body = JSON.parse(await text(request));
      this.posts.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(this.reply.status, { 'Content-Type': 'application/json' });
      response.end(this.reply.body);
      this.#wake();
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** `rel type` of every event so far, in order. */
  get told(): readonly string[] {
    return this.posts.flatMap(({ body }) =>
      (body.sender ?? []).flatMap(({ events }) =>
        events.map(({ link, type }) => `${link.rel.replace('ms:rtc:saas:', '')} ${type}`),
      ),
    );
  }

  /** The first post with this event. */
  async until(event: string): Promise<void> {
    while (!this.told.includes(event)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

const listener = new Listener();
let address: string;
let sandbox: Sandbox;

beforeEach(async () => {
  listener.posts.length = 0;
  listener.reply = { status: 200, body: '' };
  sandbox = await startSandbox({
    users: demoUsers.map((user) =>
      user.userName === 'robin@parley.test' ? { ...user, callbackUrl: `${address}/default` } : user,
    ),
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
});

afterEach(() => sandbox.stop());

beforeAll(async () => {
  address = await listener.open();
});

afterAll(() => listener.close());

async function call(callbackUrl: string) {
  const [alex, sam] = await Promise.all([
    HostedClient.enter(sandbox.origin, 'alex@parley.test'),
    UcwaClient.signIn(sandbox.origin, 'sam@parley.test'),
  ]);
  const href = alex.communication._links[ours('startAudioVideo')]?.href;
  const to = 'sip:sam@parley.test';
  const placed = await alex.send('POST', href, { operationId: 'op-1', to, callbackUrl });
  expect(placed.status).toBe(201);
  return { alex, sam };
}

describe('the events of a conversation with a callbackUrl', () => {
  it('are posted there, in order, from the first to the last', async () => {
    const { sam } = await call(`${address}/events?context=a%20b`);
    const { _embedded } = await sam.until('audioVideoInvitation', 'started');
    await sam.post(_embedded?.audioVideoInvitation?._links.decline?.href, { reason: 'Global' });
    await listener.until('conversation deleted');
    expect(listener.told[0]).toBe('audioVideoInvitation started');
    expect(listener.told.at(-1)).toBe('conversation deleted');
    expect(listener.told).toContain('audioVideoInvitation completed');
    const [post] = listener.posts;
    expect(post?.path).toBe('/events?context=a%20b');
    expect(post?.headers).toMatchObject({
      authorization: `Bearer ${sandbox.control.callbackToken}`,
      'content-type':
        'application/json; type="application/vnd.microsoft.com.ucwa+json"; charset=utf-8',
    });
    expect(post?.body.baseuri).toBe(sandbox.origin);
    expect(post?.body.sender?.[0]?.rel).toBe(ours('communication'));
    expect(post?.body._links.next?.href).toMatch(/\/events\?ack=2&/);
  });

  it('carry the context that the answer to an earlier one asked for', async () => {
    listener.reply = { status: 200, body: JSON.stringify({ CallbackContext: 'case 7' }) };
    const { sam } = await call(`${address}/events`);
    await listener.until('audioVideoInvitation started');
    const { _embedded } = await sam.until('audioVideoInvitation', 'started');
    await sam.post(_embedded?.audioVideoInvitation?._links.decline?.href, { reason: 'Global' });
    await listener.until('conversation deleted');
    expect(listener.posts[0]?.path).toBe('/events');
    expect(listener.posts.at(-1)?.path).toBe('/events?callbackContext=case+7');
  });

  it('wait in the event channel, too, and a listener that fails changes nothing', async () => {
    listener.reply = { status: 500, body: 'no' };
    const { alex } = await call(`${address}/events`);
    await alex.until('audioVideoInvitation', 'started');
    await listener.until('audioVideoInvitation started');
  });

  it('go to the default address when the conversation came from outside', async () => {
    await HostedClient.enter(sandbox.origin, 'robin@parley.test');
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    await sam.call('sip:robin@parley.test', {
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    await listener.until('audioVideoInvitation started');
    expect(listener.posts[0]?.path).toBe('/default');
  });

  it('go nowhere outside this machine', async () => {
    // Nobody of a name that cannot exist would be asked; the call goes its way without a callback.
    const { alex } = await call('https://events.invalid/');
    await alex.until('audioVideoInvitation', 'started');
    expect(listener.posts).toEqual([]);
  });
});
