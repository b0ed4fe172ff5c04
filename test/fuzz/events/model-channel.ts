import type { HttpResponse } from '../../../app/ports/http-transport.ts';

/** The server's end of one request. */
export interface Exchange {
  respond(response: HttpResponse): void;
  drop(): void;
}

interface Hanging {
  readonly ack: number;
  readonly priority: number;
  readonly exchange: Exchange;
}

/** What a server or something in front of it sends instead of a body that can be read. */
export const nuisances = {
  page: { status: 200, type: 'text/html', body: '<html>portal</html>' },
  badGateway: { status: 502, type: 'text/html', body: '<html>bad gateway</html>' },
  unavailable: { status: 503, type: 'text/plain', body: '' },
  throttled: { status: 429, type: 'application/json', body: '{"code":"TooManyRequests"}' },
  cutOff: { status: 200, type: 'application/json', body: '{"_links":{"next":{"hr' },
  deadEnd: { status: 200, type: 'application/json', body: '{"sender":[]}' },
  noEvents: { status: 200, type: 'application/json', body: '[]' },
} as const;

/** The event channel of the model: events wait, a P-GET hangs, and somebody decides what happens. */
export class ModelChannel {
  /** Of the application. */
  readonly path: string;
  readonly #origin: string;
  #waiting: number[] = [];
  #expected = 1;
  #hanging: Hanging | null = null;
  /** The last body, for a client that asks again because it did not get it. */
  #served: { readonly ack: number; readonly body: string } | null = null;

  constructor(origin: string, path: string) {
    this.#origin = origin;
    this.path = path;
  }

  get isHanging(): boolean {
    return this.#hanging !== null;
  }

  add(event: number): void {
    this.#waiting.push(event);
  }

  poll(ack: number, priority: number, exchange: Exchange): void {
    const replaced = toResponse(409, { code: 'Conflict', subcode: 'PGetReplaced' });
    if (this.#served?.ack === ack) {
      send(exchange, this.#served.body);
    } else if (ack !== this.#expected) {
      send(exchange, this.#body('resync', this.#expected, []));
    } else if (this.#hanging !== null && this.#hanging.priority > priority) {
      exchange.respond(replaced);
    } else {
      this.answerWith(replaced);
      this.#hanging = { ack, priority, exchange };
    }
  }

  /** Answers with everything that waits; `isLost`: the client never gets it, and will ask again. */
  serve(isLost = false): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#release('next', waiting, isLost);
  }

  /** Nothing happened for as long as a P-GET may hang. */
  timeOut(): void {
    this.#release('next', [], false);
  }

  /** The server gives up on what waits. */
  breakWith(rel: 'resync' | 'resume'): void {
    if (this.#hanging === null) return;
    this.#waiting = [];
    this.#release(rel, [], false);
  }

  /** Answers with a page, an error or half a body; nothing is used up. */
  disturb(nuisance: keyof typeof nuisances): void {
    const { status, type, body } = nuisances[nuisance];
    this.answerWith({ status, headers: { 'content-type': [type] }, body });
  }

  answer(status: number, body: object): void {
    this.answerWith(toResponse(status, body));
  }

  answerWith(response: HttpResponse): void {
    this.#take()?.exchange.respond(response);
  }

  drop(): void {
    this.#take()?.exchange.drop();
  }

  #take(): Hanging | null {
    const hanging = this.#hanging;
    this.#hanging = null;
    return hanging;
  }

  #release(rel: string, events: readonly number[], isLost: boolean): void {
    const hanging = this.#take();
    if (hanging === null) {
      this.#waiting = [...events, ...this.#waiting];
      return;
    }
    const body = this.#body(rel, hanging.ack + 1, events);
    this.#served = { ack: hanging.ack, body };
    this.#expected = hanging.ack + 1;
    if (isLost) hanging.exchange.drop();
    else send(hanging.exchange, body);
  }

  #body(rel: string, ack: number, events: readonly number[]): string {
    const told = events.map((event) => ({
      link: { rel: 'thing', href: `/things/${event}` },
      type: 'added',
    }));
    // Neighbours by threes, so that a sender occurs several times.
    const sender = Array.from({ length: Math.ceil(told.length / 3) }, (_, index) => ({
      rel: index % 2 === 0 ? 'communication' : 'conversation',
      href: `/senders/${index % 2}`,
      events: told.slice(index * 3, index * 3 + 3),
    }));
    return JSON.stringify({
      _links: { [rel]: { href: `${this.#origin}${this.path}/events?ack=${ack}` } },
      ...(sender.length > 0 && { sender }),
    });
  }
}

function send(exchange: Exchange, body: string): void {
  exchange.respond({ status: 200, headers: { 'content-type': ['application/json'] }, body });
}

const toResponse = (status: number, body: object): HttpResponse => ({
  status,
  headers: { 'content-type': ['application/json'] },
  body: JSON.stringify(body),
});
