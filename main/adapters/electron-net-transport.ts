import type { Session } from 'electron';
import type { Clock } from '../../app/ports/clock.ts';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  TransportError,
} from '../../app/ports/http-transport.ts';
import { HttpExchange } from './http-exchange.ts';
import { IntegratedIdentity } from './integrated-identity.ts';

/** For `session.fromPartition`: what the server says is never kept on disk or in memory. */
export const httpSessionOptions = { cache: false } as const;

/**
 * HTTP through Chromium's network stack: the system's proxies, certificate store and integrated
 * authentication come with it.
 */
export class ElectronNetTransport implements HttpTransport {
  readonly #session: Session;
  readonly #clock: Clock;
  readonly #identity: IntegratedIdentity;

  /** @param session one without cache, see `httpSessionOptions` */
  constructor(session: Session, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
    this.#identity = new IntegratedIdentity(session);
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    if (signal?.aborted) throw new TransportError('aborted', 'Aborted before it was sent');
    if (request.integratedLogin !== undefined) {
      await this.#identity.take(request.integratedLogin);
      if (signal?.aborted) throw new TransportError('aborted', 'Aborted before it was sent');
    }
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
