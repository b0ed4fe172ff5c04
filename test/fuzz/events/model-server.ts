import type { Clock } from '../../../app/ports/clock.ts';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  TransportError,
} from '../../../app/ports/http-transport.ts';
import { type Exchange, ModelChannel } from './model-channel.ts';

const origin = 'https://pool.model.test';
const json = { 'content-type': ['application/json; charset=utf-8'] };

const reply = (status: number, body: object): HttpResponse => ({
  status,
  headers: json,
  body: JSON.stringify(body),
});
/** More requests than any story gives reason for. */
const floodLimit = 5_000;
const noContent: HttpResponse = { status: 204, headers: {}, body: '' };
const link = (path: string) => ({ href: `${origin}${path}` });

/** How requests other than P-GETs fare. */
export type Weather = 'fine' | 'unreachable' | 'unavailable';

/**
 * A model of a UCWA server behind the transport port: one user, one application at a time, and a
 * ledger of everything that happened. It is not the built-in server: what it may do at any moment
 * is chosen by whoever runs it.
 */
export class ModelServer implements HttpTransport {
  readonly discoveryUrl = `${origin}/root`;
  weather: Weather = 'fine';
  /** Every POST that creates something answers only after the events that it causes. */
  answersLate = false;
  readonly #clock: Clock;
  readonly #honoursPriority: boolean;
  #requests = 0;
  #token = 1;
  #applications = 0;
  #events = 0;
  #channel: ModelChannel | null = null;
  /** P-GETs that are still on their way to the server. */
  #delayed: (() => void)[] = [];
  #delaysNext = false;

  /** @param honoursPriority of several P-GETs the highest stays, not the one that came last */
  constructor(clock: Clock, honoursPriority: boolean) {
    this.#clock = clock;
    this.#honoursPriority = honoursPriority;
  }

  /** The client asked without end; it got no answer any more. */
  get isFlooded(): boolean {
    return this.#requests > floodLimit;
  }

  /** How many events have happened; they are numbered from 1. */
  get happened(): number {
    return this.#events;
  }

  /** The channel of the application that lives; null when none does. */
  get channel(): ModelChannel | null {
    return this.#channel;
  }

  /** Something happens; without an application nobody is told. */
  happen(): void {
    this.#events += 1;
    this.#channel?.add(this.#events);
  }

  loseApplication(): void {
    this.#channel?.answer(404, { code: 'NotFound', subcode: 'ApplicationNotFound' });
    this.#channel = null;
  }

  expireToken(): void {
    this.#token += 1;
    this.#channel?.answerWith(this.#unauthorized());
  }

  /** The next P-GET reaches the server only when it is let through, even if the client gave up on it. */
  delayNextPoll(): void {
    this.#delaysNext = true;
  }

  letThrough(): void {
    const arrive = this.#delayed;
    this.#delayed = [];
    this.#delaysNext = false;
    for (const each of arrive) each();
  }

  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        cancelTimer();
        signal?.removeEventListener('abort', onAbort);
        settle();
      };
      const fail = (kind: TransportError['kind']) =>
        finish(() => reject(new TransportError(kind, `Model: ${kind}`)));
      const onAbort = () => fail('aborted');
      const cancelTimer = this.#clock.after(request.timeoutMs, () => fail('timeout'));
      if (signal?.aborted) return onAbort();
      signal?.addEventListener('abort', onAbort, { once: true });
      const exchange = {
        respond: (response: HttpResponse) => finish(() => resolve(response)),
        drop: () => fail('disconnected'),
      };
      this.#requests += 1;
      if (!this.isFlooded) this.#receive(request, exchange);
    });
  }

  #receive(request: HttpRequest, exchange: Exchange): void {
    const url = new URL(request.url);
    const isPoll = url.pathname.endsWith('/events');
    const arrive = () => {
      if (isPoll) this.#poll(url, request, exchange);
      else if (this.weather === 'unreachable') exchange.drop();
      else if (this.weather === 'unavailable') {
        exchange.respond({
          status: 503,
          headers: { 'content-type': ['text/html'] },
          body: '<html>',
        });
      } else exchange.respond(this.#answer(request.method, url.pathname, request));
    };
    if (isPoll && this.#delaysNext) {
      this.#delaysNext = false;
      this.#delayed.push(arrive);
    } else arrive();
  }

  #poll(url: URL, request: HttpRequest, exchange: Exchange): void {
    const channel = this.#channel;
    if (!this.#isAuthorized(request)) {
      exchange.respond(this.#unauthorized());
    } else if (channel === null || url.pathname !== `${channel.path}/events`) {
      exchange.respond(reply(404, { code: 'NotFound', subcode: 'ApplicationNotFound' }));
    } else {
      const given = Number(url.searchParams.get('priority') ?? '0');
      const priority = this.#honoursPriority ? given : 0;
      channel.poll(Number(url.searchParams.get('ack')), priority, exchange);
    }
  }

  #answer(method: string, path: string, request: HttpRequest): HttpResponse {
    if (path === '/root') return reply(200, { _links: { user: link('/user') } });
    if (path === '/ticket') {
      return reply(200, { access_token: `cwt=${this.#token}`, expires_in: 28_289 });
    }
    if (!this.#isAuthorized(request)) return this.#unauthorized();
    if (path === '/user') return reply(200, { _links: { applications: link('/apps') } });
    if (path === '/apps') return this.#create();
    const channel = this.#channel;
    if (channel === null || !path.startsWith(channel.path)) {
      return reply(404, { code: 'NotFound', subcode: 'ApplicationNotFound' });
    }
    if (method === 'DELETE' && path === channel.path) {
      this.loseApplication();
      return noContent;
    }
    if (method === 'POST') return this.#act(path);
    return reply(200, this.#resource(channel.path, path.slice(channel.path.length)));
  }

  /** A POST that starts something causes an event, before or after its response. */
  #act(path: string): HttpResponse {
    if (!path.endsWith('/start')) return noContent;
    this.happen();
    if (this.answersLate) this.#channel?.serve();
    return { status: 201, headers: { location: [`${origin}/things/${this.#events}`] }, body: '' };
  }

  #create(): HttpResponse {
    const isNew = this.#channel === null;
    if (isNew) this.#applications += 1;
    this.#channel ??= new ModelChannel(origin, `/apps/${this.#applications}`);
    return reply(isNew ? 201 : 200, this.#resource(this.#channel.path, ''));
  }

  #resource(base: string, name: string): object {
    const self = link(`${base}${name}`);
    if (name !== '') {
      const reportMyActivity = link(`${base}/activity`);
      return { rel: name.slice(1), _links: { self, ...(name === '/me' && { reportMyActivity }) } };
    }
    const hub = (rel: string, links: object = {}) => ({
      rel,
      _links: { self: link(`${base}/${rel}`), ...links },
    });
    return {
      rel: 'application',
      _links: { self, events: link(`${base}/events?ack=1`) },
      _embedded: {
        me: hub('me', { makeMeAvailable: link(`${base}/makeMeAvailable`) }),
        people: hub('people'),
        communication: hub('communication', { start: link(`${base}/start`) }),
      },
    };
  }

  #isAuthorized({ headers }: HttpRequest): boolean {
    return headers.Authorization === `Bearer cwt=${this.#token}`;
  }

  #unauthorized(): HttpResponse {
    const challenge = `MsRtcOAuth href="${origin}/ticket",grant_type="password"`;
    return {
      status: 401,
      headers: { 'www-authenticate': [challenge], 'content-type': ['text/html'] },
      body: '',
    };
  }
}
