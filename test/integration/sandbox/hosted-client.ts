import { type Event, type EventsBody, passwordTicket, type Resource } from './ucwa-client.ts';

/** A relation of the hosted service. */
export const ours = (rel: string) => `ms:rtc:saas:${rel}`;

/** A client of the hosted service, as its documentation describes one. */
export class HostedClient {
  readonly #origin: string;
  readonly #ticket: string;
  application: Resource = { _links: {}, _embedded: {} };
  readonly events: Event[] = [];
  body: (EventsBody & { readonly baseuri?: string }) | undefined;
  #next = '';

  private constructor(origin: string, ticket: string) {
    this.#origin = origin;
    this.#ticket = ticket;
  }

  static async enter(origin: string, userName: string): Promise<HostedClient> {
    const answer = await passwordTicket(origin, userName);
    const { access_token: ticket } = (await answer.json()) as { readonly access_token: string };
    const client = new HostedClient(origin, ticket);
    const discover = await client.get('/platformservice/discover');
    const applications = await client.get(discover._links[ours('applications')]?.href);
    client.application = await client.get(applications._links[ours('application')]?.href);
    client.#next = client.application._links[ours('events')]?.href ?? '';
    return client;
  }

  get communication(): Resource {
    const communication = this.application._embedded[ours('communication')];
    if (communication === undefined) throw new Error('no communication');
    return communication;
  }

  send(
    method: string,
    href: string | undefined,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    if (href === undefined) throw new Error('the link is missing');
    return fetch(new URL(href, this.#origin), {
      method,
      headers: {
        ...headers,
        Accept: 'application/json',
        Authorization: `Bearer ${this.#ticket}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async get(href: string | undefined): Promise<Resource> {
    const response = await this.send('GET', href);
    if (!response.ok) throw new Error(`GET ${href}: ${response.status}`);
    return (await response.json()) as Resource;
  }

  /** The next event of this kind that embeds what it is about. */
  async until(rel: string, type: string, fits: (resource: Resource) => boolean = () => true) {
    for (;;) {
      const event = this.events.shift();
      if (event === undefined) {
        this.body = (await this.get(this.#next)) as unknown as EventsBody;
        this.#next = this.body._links.next?.href ?? '';
        for (const { rel: sender, events } of this.body.sender ?? [])
          this.events.push(...events.map((each) => ({ ...each, sender })));
        continue;
      }
      const resource = event._embedded?.[ours(rel)];
      if (event.link.rel !== ours(rel) || event.type !== type || resource === undefined) continue;
      if (fits(resource)) return { event, resource };
    }
  }
}
