import { type IncomingMessage, net, type Session } from 'electron';
import type { Clock } from '../../app/ports/clock.ts';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  TransportError,
} from '../../app/ports/http-transport.ts';
import { transportErrorKind } from './network-error.ts';

/**
 * HTTP through Chromium's network stack: the system's proxies, certificate store and integrated
 * authentication come with it. Electron's default blocks cookies and still answers the
 * authentication of proxies; `credentials: 'omit'` would forbid the latter.
 */
export class ElectronNetTransport implements HttpTransport {
  readonly #session: Session;
  readonly #clock: Clock;

  /** @param session one without cache, see `httpSessionOptions` */
  constructor(session: Session, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
  }

  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new TransportError('aborted', 'Aborted before it was sent'));
        return;
      }
      const exchange = net.request({
        method: request.method,
        url: request.url,
        session: this.#session,
        redirect: 'manual',
        useSessionCookies: false,
      });
      for (const [name, value] of Object.entries(request.headers)) exchange.setHeader(name, value);

      let settled = false;
      const settle = (finish: () => void): void => {
        if (settled) return;
        settled = true;
        cancelTimeout();
        signal?.removeEventListener('abort', onAbort);
        finish();
      };
      const fail = (error: TransportError): void => {
        settle(() => reject(error));
        exchange.abort();
      };
      const onAbort = (): void => fail(new TransportError('aborted', 'Aborted'));
      const cancelTimeout = this.#clock.after(request.timeoutMs, () => {
        fail(new TransportError('timeout', `No response within ${request.timeoutMs} ms`));
      });
      signal?.addEventListener('abort', onAbort, { once: true });

      exchange.on('redirect', (status, _method, redirectUrl, headers) => {
        const response = {
          status,
          headers: { ...lowerCaseNames(headers), location: [redirectUrl] },
          body: '',
        };
        settle(() => resolve(response));
        exchange.abort();
      });
      exchange.on('response', (response) => {
        readBody(response, request.maxBodyBytes, {
          done: (body) => {
            const headers = headersOf(response);
            settle(() => resolve({ status: response.statusCode, headers, body }));
          },
          fail,
        });
      });
      exchange.on('error', (error) => {
        settle(() => reject(fromNetError(error)));
      });
      exchange.end(request.body);
    });
  }
}

/** For `session.fromPartition`: what the server says is never kept on disk or in memory. */
export const httpSessionOptions = { cache: false } as const;

function readBody(
  response: IncomingMessage,
  maxBodyBytes: number,
  outcome: { done: (body: string) => void; fail: (error: TransportError) => void },
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk) => {
    length += chunk.length;
    if (length > maxBodyBytes) {
      outcome.fail(
        new TransportError('too-large', `The body is longer than ${maxBodyBytes} bytes`),
      );
      return;
    }
    chunks.push(chunk);
  });
  response.on('end', () => outcome.done(new TextDecoder().decode(Buffer.concat(chunks))));
  response.on('aborted', () => {
    outcome.fail(new TransportError('disconnected', 'The connection ended before the body'));
  });
  response.on('error', (error: unknown) => outcome.fail(fromNetError(error)));
}

/** One entry per header line: `rawHeaders` has names and values by turns. */
function headersOf(response: IncomingMessage): Record<string, readonly string[]> {
  const headers: Record<string, string[]> = {};
  const raw = response.rawHeaders;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const values = headers[name] ?? [];
    values.push(raw[index + 1] ?? '');
    headers[name] = values;
  }
  return headers;
}

const lowerCaseNames = (
  headers: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function fromNetError(error: unknown): TransportError {
  const message = error instanceof Error ? error.message : String(error);
  return new TransportError(transportErrorKind(message), message, { cause: error });
}
