import { startSandbox } from '../../main/sandbox/index.ts';
import { UcwaClient } from '../integration/sandbox/ucwa-client.ts';
import { Browser, ClientSite } from './support/browser.ts';
import { expect, test } from './support/fixtures.ts';

/** What the page offers; see support/browser-client/client.js. */
interface PageClient {
  embed(origin: string): Promise<void>;
  request(type: string, url: string, more?: object): Promise<Answer>;
  read(url: string): Promise<Resource>;
  post(url: string | undefined, body: object): Promise<Answer>;
  signIn(
    origin: string,
    userName: string,
    password: string,
  ): Promise<{ challenged: number; created: number; application: Resource }>;
}

interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  readonly headers: string;
  readonly messageId: string;
}

interface Resource {
  readonly [property: string]: unknown;
  readonly _links: Readonly<Record<string, { readonly href: string } | undefined>>;
  readonly _embedded: Readonly<Record<string, Resource | undefined>>;
}

declare global {
  interface Window {
    readonly client: PageClient;
  }
}

const foreignHost = 'app.fabrikam.test';

let site: ClientSite;
let browser: Browser;

test.beforeEach(async () => {
  site = await ClientSite.start();
});

test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

test('a page of another origin signs in and talks through the frame', async ({
  runtime,
  surroundings,
}) => {
  const sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
  const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  const url = `http://localhost:${site.port}/`;
  browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [] });
  const told = await browser.page.evaluate(async (origin) => {
    const { client } = window;
    const { challenged, created, application } = await client.signIn(
      origin,
      'alex@parley.test',
      'parley',
    );
    const meHref = application._embedded.me?._links.self?.href ?? '';
    const before = await client.read(meHref);
    const available = await client.post(before._links.makeMeAvailable?.href, {
      signInAs: 'Online',
      supportedModalities: ['Messaging'],
    });
    const me = await client.read(meHref);
    await client.post(me._links.note?.href, { message: 'In a browser' });
    const people = application._embedded.people?._links;
    const found = await client.request('GET', people?.search?.href ?? '', {
      processData: true,
      data: { query: 'okafor' },
    });
    const events = await client.read(application._links.events?.href ?? '');
    await client.post(application._embedded.communication?._links.startMessaging?.href, {
      to: 'sip:sam@parley.test',
      operationId: 'from a browser',
      _links: { message: { href: 'data:text/plain,Hello+from+a+browser' } },
    });
    return {
      challenged,
      created,
      available: available.status,
      note: await client.read(me._links.note?.href ?? ''),
      presence: await client.read(me._links.presence?.href ?? ''),
      found: JSON.parse(found.responseText),
      nextEvents: events._links.next?.href,
      messageId: found.messageId,
    };
  }, sandbox.origin);
  expect(told).toMatchObject({
    challenged: 401,
    created: 201,
    available: 204,
    note: { message: 'In a browser' },
    presence: { availability: 'Online' },
    found: { _embedded: { contact: [{ name: 'Sam Okafor' }] } },
    nextEvents: expect.stringContaining('ack=2'),
    messageId: expect.stringMatching(/^message \d+$/),
  });
  const invitation = await sam.until('messagingInvitation', 'started');
  expect(invitation._embedded?.messagingInvitation?._links.message?.href).toContain('Hello');
  await sandbox.stop();
});

for (const allowed of [false, true]) {
  test(`a page from elsewhere is ${allowed ? 'served when it is on the list' : 'refused'}`, async ({
    runtime,
    surroundings,
  }) => {
    const origin = `http://${foreignHost}:${site.port}`;
    const sandbox = await startSandbox({ allowedOrigins: allowed ? [origin] : [] });
    const url = `${origin}/`;
    browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [foreignHost] });
    const answer = await browser.page.evaluate(async (server) => {
      await window.client.embed(server);
      return window.client.request('GET', '/');
    }, sandbox.origin);
    expect(answer.status).toBe(allowed ? 200 : 403);
    if (!allowed)
      expect(answer.headers).toContain(
        'reason="Service does not allow a cross domain request from this origin."',
      );
    await sandbox.stop();
  });
}
