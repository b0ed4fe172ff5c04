import type { Answer, ScriptedServer, SeenRequest } from './scripted-server.ts';

type Step = Answer | ((request: SeenRequest) => Answer);

/** An address on the scripted server and the bearer token it wants. */
export const token = 'cwt=FIRST';

export const challengeHeaders = (
  origin: string,
  grants = 'urn:microsoft.rtc:windows,password',
) => ({
  'Content-Type': 'text/html',
  'WWW-Authenticate': [
    'Bearer trusted_issuers="", client_id="00000004-0000-0ff1-ce00-000000000000"',
    `MsRtcOAuth href="${origin}/ticket",grant_type="${grants}"`,
  ],
});

const link = (href: string) => ({ href });

export const meResource = (available: boolean) => ({
  rel: 'me',
  name: 'Alex Rivera',
  uri: 'sip:alex@example.test',
  _links: {
    self: link('/apps/1/me'),
    ...(available
      ? { presence: link('/apps/1/me/presence'), reportMyActivity: link('/apps/1/activity') }
      : { makeMeAvailable: link('/apps/1/makeMeAvailable') }),
  },
});

export const communicationResource = (startAudio = true) => ({
  rel: 'communication',
  _links: {
    self: link('/apps/1/communication'),
    ...(startAudio && { startAudio: link('/apps/1/startAudio?modality=Audio') }),
    startAudioVideo: link('/apps/1/startAudioVideo'),
  },
});

export const applicationResource = (id = '1', available = false) => ({
  rel: 'application',
  _links: { self: link(`/apps/${id}`), events: link(`/apps/${id}/events?ack=1&key=a%7Eb=`) },
  _embedded: {
    me: meResource(available),
    people: { rel: 'people', _links: { self: link(`/apps/${id}/people`) } },
    communication: communicationResource(),
  },
});

/** One response of the event channel; each event is `[rel, href, type, more]` of communication. */
export function eventsBody(
  next: Readonly<Record<string, string>>,
  events: readonly (readonly [rel: string, href: string, type: string, more?: object])[] = [],
): object {
  const links = Object.entries(next).map(([rel, href]) => [rel, link(href)] as const);
  return {
    _links: { self: link('/events'), ...Object.fromEntries(links) },
    sender: [
      {
        rel: 'communication',
        href: '/apps/1/communication',
        events: events.map(([rel, href, type, more]) => ({ link: { rel, href }, type, ...more })),
      },
    ],
  };
}

/**
 * Makes a scripted server behave like a small UCWA server whose every answer a test may replace:
 * discovery at `/root`, tickets at `/ticket`, one application at `/apps/1`.
 */
export class ScriptedUcwa {
  readonly server: ScriptedServer;
  readonly #steps = new Map<string, Step[]>();
  /** The token that is good now. */
  token = token;

  constructor(server: ScriptedServer) {
    this.server = server;
    server.script = (request) => this.#answer(request);
    const { origin } = server;
    this.on('GET /root', { body: { _links: { user: link(`${origin}/user`) } } });
    this.on('GET /user', (request) =>
      this.authorized(request, { body: { _links: { applications: link(`${origin}/apps`) } } }),
    );
    this.on('POST /ticket', () => ({
      body: { access_token: this.token, expires_in: 28289, token_type: 'Bearer' },
    }));
    this.on('POST /apps', (request) =>
      this.authorized(request, { status: 201, body: applicationResource() }),
    );
    this.on('POST /apps/1/makeMeAvailable', { status: 204 });
    this.on('GET /apps/1/me', { body: meResource(true) });
    this.on('GET /apps/1/communication', { body: communicationResource() });
    this.on('GET /apps/1', { body: applicationResource('1', true) });
    this.on('POST /apps/1/activity', { status: 204 });
    this.on('DELETE /apps/1', { status: 204 });
    this.on('GET /apps/1/events', 'hang');
  }

  get discoveryUrl(): string {
    return `${this.server.origin}/root`;
  }

  /**
   * Replaces the answers of `METHOD /path`, or of `METHOD /path?query` exactly but for what a P-GET
   * says about aggregation: each is given once, the last one for ever.
   */
  on(target: string, ...steps: readonly Step[]): void {
    this.#steps.set(target, [...steps]);
  }

  /** The answer, or a 401 with challenges when the token is not the good one. */
  authorized(request: SeenRequest, answer: Answer): Answer {
    if (request.headers.authorization === `Bearer ${this.token}`) return answer;
    return { status: 401, headers: challengeHeaders(this.server.origin), body: '<html></html>' };
  }

  #answer(request: SeenRequest): Answer {
    const [path = ''] = request.url.split('?');
    const steps =
      this.#steps.get(`${request.method} ${withoutAggregation(request.url)}`) ??
      this.#steps.get(`${request.method} ${path}`) ??
      [];
    const step = steps.length > 1 ? steps.shift() : steps[0];
    if (step === undefined) return { status: 404, body: { code: 'NotFound' } };
    return typeof step === 'function' ? step(request) : step;
  }
}

/** The address of a P-GET as the link had it. */
const withoutAggregation = (url: string): string =>
  url.replace(/&(?:low|medium|timeout|priority)=\d+/g, '');
