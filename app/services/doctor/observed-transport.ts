import type { Clock } from '../../ports/clock.ts';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  TransportError,
  type TransportErrorKind,
} from '../../ports/http-transport.ts';
import { clockDifferenceMs, header } from '../../ucwa/transport/response.ts';

/** What was to be seen of one exchange from outside: no body, no query, no ticket. */
export interface Exchange {
  /** Scheme, host and path. */
  readonly place: string;
  readonly hostname: string;
  /** Of https; null for plain HTTP. */
  readonly tlsPort: number | null;
  /** Null without a response. */
  readonly status: number | null;
  /** Why there is no response. */
  readonly failure: TransportErrorKind | null;
  readonly isWebPage: boolean;
  /** Scheme and host that a redirect leads to. */
  readonly redirectTarget: string | null;
  /** How far the server's clock is ahead; null when it did not say. */
  readonly clockDifferenceMs: number | null;
}

/** Passes everything on and remembers how it went. */
export class ObservedTransport implements HttpTransport {
  readonly #transport: HttpTransport;
  readonly #clock: Clock;
  readonly #exchanges: Exchange[] = [];

  constructor(transport: HttpTransport, clock: Clock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /** In the order in which they ended. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    try {
      const response = await this.#transport.send(request, signal);
      this.#exchanges.push(answered(request.url, response, this.#clock.nowMs()));
      return response;
    } catch (error) {
      const kind = error instanceof TransportError ? error.kind : 'other';
      this.#exchanges.push({ ...unanswered(request.url), failure: kind });
      throw error;
    }
  }
}

function answered(url: string, response: HttpResponse, nowMs: number): Exchange {
  const { status } = response;
  const isRedirect = status >= 300 && status < 400;
  const location = header(response, 'location') ?? '';
  const hasDate = header(response, 'date') !== null;
  return {
    ...unanswered(url),
    status,
    isWebPage: /html/i.test(header(response, 'content-type') ?? ''),
    redirectTarget: isRedirect ? originOf(location, url) : null,
    clockDifferenceMs: hasDate ? clockDifferenceMs(response, nowMs) : null,
  };
}

function unanswered(url: string): Exchange {
  const { origin, pathname, protocol, hostname, port } = new URL(url);
  return {
    place: origin + pathname,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    tlsPort: protocol === 'https:' ? Number(port || 443) : null,
    status: null,
    failure: null,
    isWebPage: false,
    redirectTarget: null,
    clockDifferenceMs: null,
  };
}

function originOf(href: string, base: string): string | null {
  try {
    return new URL(href, base).origin;
  } catch {
    return null;
  }
}
