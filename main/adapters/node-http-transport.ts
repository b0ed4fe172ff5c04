import http from 'node:http';
import https from 'node:https';
import { createSecureContext } from 'node:tls';
import {
  type HttpRequest,
  type HttpResponse,
  type HttpTransport,
  TransportError,
} from '../../app/ports/http-transport.ts';
import { decodeText } from '../../app/util/decode-text.ts';
import { toTransportError } from './node-network-error.ts';
import type { HostRoutes, TrustOptions } from './trust-options.ts';

export interface NodeHttpTransportOptions extends TrustOptions {
  /** `HTTPS_PROXY` and its kind; without it no proxy is used. */
  readonly proxyEnvironment?: NodeJS.ProcessEnv;
  /** Connections at a time to one host; as many as it takes when left out. */
  readonly maxSockets?: number;
}

/**
 * `HttpTransport` over node:http and node:https, for programs without Chromium. Answers no
 * `Negotiate` and no `NTLM`: their 401 is the response.
 */
export class NodeHttpTransport implements HttpTransport {
  readonly #routes: HostRoutes;
  readonly #httpAgent: http.Agent;
  readonly #httpsAgent: https.Agent;

  constructor({ ca, routes = {}, proxyEnvironment, ...limits }: NodeHttpTransportOptions = {}) {
    const { maxSockets = Number.POSITIVE_INFINITY } = limits;
    const shared = {
      keepAlive: true,
      maxSockets,
      ...(proxyEnvironment !== undefined && { proxyEnv: proxyEnvironment }),
    };
    this.#routes = routes;
    this.#httpAgent = new http.Agent(shared);
    this.#httpsAgent = new https.Agent({
      ...shared,
      ...(ca !== undefined && { secureContext: createSecureContext({ ca: [...ca] }) }),
    });
  }

  /** Closes the connections that are kept alive. */
  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }

  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new TransportError('aborted', 'Aborted before sending'));
      const outgoing = this.#open(request);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        settle();
      };
      const fail = (error: TransportError) => {
        finish(() => reject(error));
        outgoing.destroy();
      };
      const onAbort = () => fail(new TransportError('aborted', 'Aborted by the caller'));
      const timer = setTimeout(
        () => fail(new TransportError('timeout', `No response within ${request.timeoutMs} ms`)),
        request.timeoutMs,
      );
      signal?.addEventListener('abort', onAbort, { once: true });
      outgoing.on('error', (error) => fail(toTransportError(error)));
      outgoing.on('response', (incoming) => {
        readBody(incoming, request.maxBodyBytes).then(
          (bytes) => finish(() => resolve(toResponse(incoming, bytes, request))),
          (error: unknown) => fail(toTransportError(error)),
        );
      });
      outgoing.end(request.body);
    });
  }

  #open(request: HttpRequest): http.ClientRequest {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const route = this.#routes[`${url.protocol}${url.hostname}`] ?? this.#routes[url.hostname];
    const headers: Record<string, string> = { ...request.headers };
    if (request.body !== undefined)
      headers['Content-Length'] = String(Buffer.byteLength(request.body));
    return (secure ? https : http).request({
      method: request.method,
      host: route?.host ?? url.hostname.replace(/^\[|\]$/g, ''),
      port: route?.port ?? (url.port || undefined),
      servername: secure && !/^[\d.]+$|:/.test(url.hostname) ? url.hostname : undefined,
      path: url.pathname + url.search,
      headers: { ...headers, Host: url.host },
      agent: secure ? this.#httpsAgent : this.#httpAgent,
    });
  }
}

async function readBody(incoming: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new TransportError('too-large', `Body longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toResponse(
  incoming: http.IncomingMessage,
  bytes: Buffer,
  { wantsBytes }: HttpRequest,
): HttpResponse {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = (incoming.rawHeaders[index] ?? '').toLowerCase();
    headers[name] = [...(headers[name] ?? []), incoming.rawHeaders[index + 1] ?? ''];
  }
  const body = decodeText(bytes, incoming.headers['content-type'] ?? null);
  const response = { status: incoming.statusCode ?? 0, headers, body };
  return wantsBytes === true ? { ...response, bytes } : response;
}
