import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  HttpRequest,
  HttpResponse,
  HttpTransport,
} from '../../../app/ports/http-transport.ts';
import { TransportError } from '../../../app/ports/http-transport.ts';
import { contactCount, eventBodies } from './bodies.ts';

export const origin = 'https://pool.bench.test';

const reply = (status: number, body: object): HttpResponse => ({
  status,
  headers: { 'content-type': ['application/json'] },
  body: JSON.stringify(body),
});
const link = (path: string) => ({ href: `${origin}${path}` });

const contact = (number: number) => ({
  rel: 'contact',
  name: `Person ${number}`,
  uri: `sip:person.${number}@bench.test`,
  _links: {
    self: link(`/app/people/${number}`),
    contactPresence: link(`/app/people/${number}/presence`),
  },
});

const application = {
  rel: 'application',
  _links: { self: link('/app'), events: link('/app/events?ack=1') },
  _embedded: {
    me: { rel: 'me', name: 'Alex', uri: 'sip:alex@bench.test', _links: { self: link('/app/me') } },
    people: {
      rel: 'people',
      _links: { self: link('/app/people'), myContacts: link('/app/people/contacts') },
    },
    communication: { rel: 'communication', _links: { self: link('/app/communication') } },
  },
};

/**
 * A server in the same process that has the next body ready whenever it is asked: what is measured
 * is what the client does with it. It stops after as many events as it was told to give.
 */
export class BenchServer implements HttpTransport {
  readonly #bodies = eventBodies(origin);
  #left = 0;
  #ack = 1;
  #asked: (() => void) | null = null;
  #drained: () => void = () => undefined;

  /** Gives at least so many events; resolves when the client asks for more. @returns how many */
  async give(count: number): Promise<number> {
    const bodies = Math.ceil(count / this.#bodies.eventsEach);
    const drained = new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
    this.#left = bodies;
    this.#asked?.();
    await drained;
    return bodies * this.#bodies.eventsEach;
  }

  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    const { pathname } = new URL(request.url);
    if (pathname === '/app/events') return this.#poll(signal);
    return Promise.resolve(this.#answer(request.method, pathname));
  }

  async #poll(signal: AbortSignal | undefined): Promise<HttpResponse> {
    if (this.#left === 0) this.#drained();
    // A turn of the loop between bodies, as between packets.
    await nextTurn();
    while (this.#left === 0) {
      await new Promise<void>((resolve, reject) => {
        this.#asked = resolve;
        const abort = () => reject(new TransportError('aborted', 'The bench is over'));
        signal?.addEventListener('abort', abort, { once: true });
      });
    }
    this.#left -= 1;
    this.#ack += 1;
    const body = this.#bodies.next(this.#ack);
    return { status: 200, headers: { 'content-type': ['application/json'] }, body };
  }

  #answer(method: string, path: string): HttpResponse {
    if (path === '/root') return reply(200, { _links: { user: link('/user') } });
    if (path === '/user') return reply(200, { _links: { applications: link('/apps') } });
    if (path === '/apps') return reply(201, application);
    if (path === '/app/people/contacts') {
      const contacts = Array.from({ length: contactCount }, (_, number) => contact(number));
      return reply(200, { rel: 'myContacts', _embedded: { contact: contacts } });
    }
    if (path.endsWith('/presence')) {
      return reply(200, { rel: 'contactPresence', availability: 'Away' });
    }
    if (method === 'GET' && path === '/app') return reply(200, application);
    return method === 'GET'
      ? reply(404, { code: 'NotFound' })
      : { status: 204, headers: {}, body: '' };
  }
}
