import type { HttpRequest, HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import type { TransportLimits } from './transport-limits.ts';

/** Lets no request of anybody have more memory or time than the limits allow. */
export class LimitedTransport implements HttpTransport {
  readonly #transport: HttpTransport;
  readonly #limits: TransportLimits;

  constructor(transport: HttpTransport, limits: TransportLimits) {
    this.#transport = transport;
    this.#limits = limits;
  }

  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    const { maxBodyBytes, maxTimeMs } = this.#limits;
    const limited = {
      ...request,
      maxBodyBytes: Math.min(request.maxBodyBytes, maxBodyBytes),
      timeoutMs: Math.min(request.timeoutMs, maxTimeMs),
    };
    return this.#transport.send(limited, signal);
  }
}
