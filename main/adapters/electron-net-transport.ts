import type { Session } from 'electron';
import type { Clock } from '../../app/ports/clock.ts';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  type IntegratedLogin,
  TransportError,
} from '../../app/ports/http-transport.ts';
import { HttpExchange } from './http-exchange.ts';

/** For `session.fromPartition`: what the server says is never kept on disk or in memory. */
export const httpSessionOptions = { cache: false } as const;

/**
 * HTTP through Chromium's network stack: the system's proxies, certificate store and integrated
 * authentication come with it.
 */
export class ElectronNetTransport implements HttpTransport {
  readonly #session: Session;
  readonly #clock: Clock;

  /** @param session one without cache, see `httpSessionOptions` */
  constructor(session: Session, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
  }

  /** Lets Chromium answer these hosts, and no others, as whoever uses this computer. */
  #admit({ domains }: IntegratedLogin): void {
    const hosts = domains.flatMap((domain) => [domain, `*.${domain}`]);
    this.#session.allowNTLMCredentialsForDomains(hosts.join(','));
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    if (signal?.aborted) throw new TransportError('aborted', 'Aborted before it was sent');
    if (request.integratedLogin !== undefined) this.#admit(request.integratedLogin);
    const exchange = new HttpExchange(request, this.#session);
    const onAbort = (): void => exchange.fail(new TransportError('aborted', 'Aborted'));
    signal?.addEventListener('abort', onAbort, { once: true });
    const cancelTimeout = this.#clock.after(request.timeoutMs, () => {
      const message = `No response within ${request.timeoutMs} ms`;
      exchange.fail(new TransportError('timeout', message));
    });
    try {
      return await exchange.response;
    } finally {
      cancelTimeout();
      signal?.removeEventListener('abort', onAbort);
    }
  }
}
