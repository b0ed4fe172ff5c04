import { expect, type Page } from '@playwright/test';

/** What the page offers; see browser-client/client.js. */
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

/** What a browser client does, from the challenge to a message, all through the frame. */
export const talk = (page: Page, origin: string) =>
  page.evaluate(async (server) => {
    const { client } = window;
    const { challenged, created, application } = await client.signIn(
      server,
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
  }, origin);

/** What it comes to know by that. */
export const whatItIsTold = {
  challenged: 401,
  created: 201,
  available: 204,
  note: { message: 'In a browser' },
  presence: { availability: 'Online' },
  found: { _embedded: { contact: [{ name: 'Sam Okafor' }] } },
  nextEvents: expect.stringContaining('ack=2'),
  messageId: expect.stringMatching(/^message \d+$/),
};
