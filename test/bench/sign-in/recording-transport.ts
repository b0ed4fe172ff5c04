import { setTimeout as sleep } from 'node:timers/promises';
import type {
  HttpRequest,
  HttpResponse,
  HttpTransport,
} from '../../../app/ports/http-transport.ts';

/** One exchange as it was seen. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly sentMs: number;
  /** Null while there is no answer. */
  answeredMs: number | null;
}

/** Notes when each request leaves and its answer comes, over a line of a given length. */
export class RecordingTransport implements HttpTransport {
  readonly exchanges: Exchange[] = [];
  readonly #inner: HttpTransport;
  readonly #latencyMs: number;

  /** @param latencyMs added to each round trip */
  constructor(inner: HttpTransport, latencyMs: number) {
    this.#inner = inner;
    this.#latencyMs = latencyMs;
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    const { pathname } = new URL(request.url);
    const exchange: Exchange = {
      method: request.method,
      path: pathname,
      sentMs: performance.now(),
      answeredMs: null,
    };
    this.exchanges.push(exchange);
    await sleep(this.#latencyMs);
    const response = await this.#inner.send(request, signal);
    exchange.answeredMs = performance.now();
    return response;
  }
}

/**
 * How many round trips followed one another before `untilMs`: the longest row of exchanges each of
 * which began after the one before it was answered.
 */
export function sequentialRoundTrips(exchanges: readonly Exchange[], untilMs: number): number {
  const done = exchanges
    .flatMap(({ sentMs, answeredMs }) => (answeredMs === null ? [] : { sentMs, answeredMs }))
    .filter(({ answeredMs }) => answeredMs <= untilMs)
    .sort((one, other) => one.answeredMs - other.answeredMs);
  let count = 0;
  let freeMs = Number.NEGATIVE_INFINITY;
  for (const { sentMs, answeredMs } of done) {
    if (sentMs < freeMs) continue;
    count += 1;
    freeMs = answeredMs;
  }
  return count;
}
