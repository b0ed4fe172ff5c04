/** A small UCWA client that shares no code with Parley: plain fetch, links followed, events collected. */

export interface Link {
  readonly href: string;
  readonly title?: string;
}

export interface Resource {
  readonly rel?: string;
  readonly _links: Readonly<Record<string, Link>>;
  readonly _embedded: Readonly<Record<string, Resource>>;
  readonly [property: string]: unknown;
}

export interface Event {
  readonly link: Link & { readonly rel: string };
  readonly in?: Link & { readonly rel: string };
  readonly type: string;
  readonly status?: string;
  readonly reason?: { readonly code: string; readonly subcode: string };
  readonly _embedded?: Readonly<Record<string, Resource>>;
  readonly sender: string;
}

export interface EventsBody {
  readonly _links: Readonly<Record<string, Link>>;
  readonly sender?: readonly {
    readonly rel: string;
    readonly href: string;
    readonly events: readonly Omit<Event, 'sender'>[];
  }[];
}

/** What a collection embeds under a relation of which there can be several. */
export function embeddedList(resource: Resource, rel: string): readonly Resource[] {
  const embedded: unknown = resource._embedded[rel];
  return Array.isArray(embedded) ? embedded : [];
}

/** The status and the error body's code and subcode, as in `409 Conflict AlreadyExists`. */
export async function refusal(reply: Promise<Response>): Promise<string> {
  const response = await reply;
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) return String(response.status);
  const { code, subcode } = body as { readonly code?: string; readonly subcode?: string };
  return [response.status, code, subcode].filter((part) => part !== undefined).join(' ');
}

export const audioSdp = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=session',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 0',
  'c=IN IP4 127.0.0.1',
  'a=sendrecv',
  '',
].join('\r\n');

export const videoSdp = `${audioSdp}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n`;

export function sdpHref(sdp: string): string {
  return `data:application/sdp;base64,${Buffer.from(sdp).toString('base64')}`;
}

export function sdpFromHref(href: string | undefined): string {
  const base64 = /^data:application\/sdp;base64,(.*)$/.exec(href ?? '')?.[1] ?? '';
  return Buffer.from(base64, 'base64').toString();
}

export async function passwordTicket(
  origin: string,
  userName: string,
  password = 'parley',
): Promise<Response> {
  return fetch(`${origin}/WebTicket/oauthtoken`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: new URLSearchParams({ grant_type: 'password', username: userName, password }).toString(),
  });
}

export class UcwaClient {
  readonly origin: string;
  ticket = '';
  application: Resource = { _links: {}, _embedded: {} };
  /** Every event so far, flattened, with the rel of its sender. */
  readonly events: Event[] = [];
  readonly bodies: EventsBody[] = [];
  #nextHref = '';
  #seen = 0;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Signs in all the way: ticket, application, available for audio, video and messages. */
  static async signIn(
    origin: string,
    userName: string,
    endpointId = userName,
  ): Promise<UcwaClient> {
    const client = new UcwaClient(origin);
    const ticket = (await (await passwordTicket(origin, userName)).json()) as {
      access_token: string;
    };
    client.ticket = ticket.access_token;
    await client.register(endpointId);
    await client.makeAvailable();
    return client;
  }

  async register(endpointId: string, more: Record<string, string> = {}): Promise<Response> {
    const response = await this.post('/ucwa/oauth/v1/applications', {
      UserAgent: 'Witness',
      EndpointId: endpointId,
      Culture: 'en-US',
      ...more,
    });
    this.enter((await response.json()) as Resource);
    return response;
  }

  /** Goes on with an application that was created in another way. */
  enter(application: Resource): void {
    this.application = application;
    this.#nextHref = application._links.events?.href ?? '';
  }

  async makeAvailable(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const me = await this.get(this.application._embedded.me?._links.self?.href);
    const response = await this.post(me._links.makeMeAvailable?.href, {
      signInAs: 'Online',
      supportedModalities: ['Messaging', 'Audio', 'Video', 'PhoneAudio'],
      supportedMessageFormats: ['Plain', 'Html'],
      ...more,
    });
    if (response.status !== 204) throw new Error(`makeMeAvailable ${response.status}`);
  }

  send(method: string, href: string | undefined, init: RequestInit = {}): Promise<Response> {
    if (href === undefined) throw new Error('the link is missing');
    return fetch(new URL(href, this.origin), {
      ...init,
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.ticket}`,
        ...init.headers,
      },
    });
  }

  async get(href: string | undefined): Promise<Resource> {
    const response = await this.send('GET', href);
    if (!response.ok) throw new Error(`GET ${href}: ${response.status}`);
    return (await response.json()) as Resource;
  }

  post(href: string | undefined, body: unknown = {}): Promise<Response> {
    return this.send('POST', href, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Reads a resource and sends it back with changes, as the protocol demands of a PUT. */
  async put(
    href: string | undefined,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<Response> {
    const current = await this.send('GET', href);
    const { _links, _embedded, ...properties } = (await current.json()) as Resource;
    return this.send('PUT', href, {
      headers: {
        'Content-Type': 'application/json',
        'If-Match': current.headers.get('etag') ?? '',
      },
      body: JSON.stringify({ ...properties, ...changes }),
    });
  }

  postSdp(
    href: string | undefined,
    sdp: string,
    query: Record<string, string> = {},
  ): Promise<Response> {
    const url = new URL(href ?? '', this.origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return this.send('POST', url.href, {
      headers: { 'Content-Type': 'application/sdp' },
      body: sdp,
    });
  }

  /** The present event channel address, with more parameters. */
  eventsUrl(more: Record<string, string> = {}): string {
    const url = new URL(this.#nextHref, this.origin);
    for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
    return url.href;
  }

  /** One event request; follows `next`, `resync` or `resume` the next time. */
  async poll(more: Record<string, string> = {}): Promise<EventsBody> {
    const response = await this.send('GET', this.eventsUrl(more));
    if (response.status !== 200) throw new Error(`events: ${response.status}`);
    const body = (await response.json()) as EventsBody;
    this.bodies.push(body);
    const { next, resync, resume } = body._links;
    this.#nextHref = (resync ?? resume ?? next)?.href ?? '';
    for (const sender of body.sender ?? []) {
      for (const event of sender.events) this.events.push({ ...event, sender: sender.rel });
    }
    return body;
  }

  /** Polls until an event not looked at before fits; the events up to it count as looked at. */
  async until(
    rel: string,
    type: string,
    fits: (event: Event) => boolean = () => true,
  ): Promise<Event> {
    for (;;) {
      while (this.#seen < this.events.length) {
        const event = this.events[this.#seen];
        this.#seen += 1;
        if (event?.link.rel === rel && event.type === type && fits(event)) return event;
      }
      await this.poll();
    }
  }

  /** The hub for people, read anew. */
  people(): Promise<Resource> {
    return this.get(this.application._embedded.people?._links.self?.href);
  }

  /** The user's own resource, read anew. */
  me(): Promise<Resource> {
    return this.get(this.application._embedded.me?._links.self?.href);
  }

  get communication(): Resource {
    const communication = this.application._embedded.communication;
    if (communication === undefined) throw new Error('no communication');
    return communication;
  }

  /** Calls somebody and returns the reply to startAudio or startAudioVideo. */
  call(to: string, more: Record<string, unknown> = {}, rel = 'startAudioVideo'): Promise<Response> {
    return this.post(this.communication._links[rel]?.href, {
      to,
      operationId: 'op-1',
      importance: 'Urgent',
      subject: 'Lunch',
      sessionContext: 'context-1',
      _links: { mediaOffer: { href: sdpHref(videoSdp) } },
      ...more,
    });
  }
}
