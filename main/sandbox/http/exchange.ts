import type { IncomingMessage } from 'node:http';

export interface ExchangeSetup {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly signal: AbortSignal;
  readonly connection: object;
  readonly scheme: 'http' | 'https';
  readonly defaultHost: string;
}

/** One request, its body read, together with the means to notice that the client has gone. */
export class Exchange {
  readonly method: string;
  readonly url: URL;
  readonly body: Buffer;
  readonly signal: AbortSignal;
  /** The identity of the connection that it came on. */
  readonly connection: object;
  readonly #headers: IncomingMessage['headers'];
  /** Scheme and host as the client addressed the server. */
  readonly origin: string;
  readonly #setup: ExchangeSetup;

  constructor(setup: ExchangeSetup) {
    this.#setup = setup;
    this.method = setup.method.toUpperCase();
    this.#headers = setup.headers;
    this.body = setup.body;
    this.signal = setup.signal;
    this.connection = setup.connection;
    this.origin = `${setup.scheme}://${setup.headers.host ?? setup.defaultHost}`;
    this.url = new URL(setup.target, this.origin);
  }

  /** The same request, of another path and query. */
  at(target: string): Exchange {
    return new Exchange({ ...this.#setup, target });
  }

  header(name: string): string | undefined {
    const value = this.#headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  /** Media type of the body without parameters, lower-cased. */
  get contentType(): string {
    return (this.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  }

  /** A query parameter; names do not mind case. */
  query(name: string): string | undefined {
    for (const [key, value] of this.url.searchParams) {
      if (key.toLowerCase() === name.toLowerCase()) return value;
    }
    return undefined;
  }

  text(): string {
    return this.body.toString('utf8').replace(/^\uFEFF/, '');
  }
}
