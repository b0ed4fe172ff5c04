import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { represent } from '../representation/represent.ts';
import { defaultSyntax } from '../representation/syntax.ts';
import { Exchange } from './exchange.ts';
import { type Answer, noReply, type Reply } from './reply.ts';
import { UcwaError } from './ucwa-error.ts';

export interface ListenerSetup {
  readonly host: string;
  readonly port: number;
  readonly hostName: string;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** The server's time in milliseconds since 1970, for Date headers. */
  readonly nowMs: () => number;
  readonly handle: (exchange: Exchange) => Promise<Answer>;
}

const maximumBodyBytes = 4 * 1024 * 1024;

/** The body; undefined when it is too large, which is read to its end all the same. */
async function readBody(request: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= maximumBodyBytes) chunks.push(bytes);
  }
  return length <= maximumBodyBytes ? Buffer.concat(chunks) : undefined;
}

/** The listening socket: can drop every connection, refuse new ones for a while, and come back on the same port. */
export class Listener {
  readonly #setup: ListenerSetup;
  readonly #server: http.Server | https.Server;
  readonly #sockets = new Set<Socket>();
  #port: number;

  constructor(setup: ListenerSetup) {
    this.#setup = setup;
    this.#port = setup.port;
    const onRequest = (request: http.IncomingMessage, response: http.ServerResponse) => {
      void this.#answer(request, response);
    };
    this.#server =
      setup.tls === undefined
        ? http.createServer(onRequest)
        : https.createServer(setup.tls, onRequest);
    this.#server.keepAliveTimeout = 120_000;
    this.#server.requestTimeout = 0;
    this.#server.on('connection', (socket: Socket) => {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
    this.#server.on('tlsClientError', () => undefined);
  }

  get port(): number {
    return this.#port;
  }

  get listening(): boolean {
    return this.#server.listening;
  }

  open(): Promise<void> {
    if (this.#server.listening) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, this.#setup.host, () => {
        this.#server.removeListener('error', reject);
        const address: string | AddressInfo | null = this.#server.address();
        if (typeof address === 'object' && address !== null) this.#port = address.port;
        resolve();
      });
    });
  }

  /** Stops listening and drops every connection: new ones are refused by the system. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#server.listening) this.#server.close(() => resolve());
      else resolve();
      this.dropConnections();
    });
  }

  dropConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const body = await readBody(request);
      if (body === undefined) {
        const reply = new UcwaError(413, undefined, 'The body is too large.').toReply();
        const written = represent(reply, defaultSyntax);
        if (written !== noReply) this.#write(response, written, false);
        return;
      }
      const exchange = new Exchange({
        method: request.method ?? 'GET',
        target: request.url ?? '/',
        headers: request.headers,
        body,
        signal: gone.signal,
        connection: request.socket,
        scheme: this.#setup.tls === undefined ? 'http' : 'https',
        defaultHost: `${this.#setup.hostName}:${this.#port}`,
      });
      const answer = await this.#setup.handle(exchange);
      if (answer === noReply) response.destroy();
      else this.#write(response, answer, exchange.method === 'HEAD');
    } catch {
      response.destroy();
    }
  }

  #write(response: http.ServerResponse, reply: Reply, headOnly: boolean): void {
    if (response.destroyed) return;
    const body = Buffer.from(reply.body ?? '');
    response.setHeader('Date', new Date(this.#setup.nowMs()).toUTCString());
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('X-MS-Server-Fqdn', this.#setup.hostName);
    for (const [name, value] of Object.entries(reply.headers ?? {})) {
      response.setHeader(name, typeof value === 'string' ? value : [...value]);
    }
    if (reply.status !== 204 && reply.status !== 304)
      response.setHeader('Content-Length', reply.announcedLength ?? body.length);
    response.statusCode = reply.status;
    if (reply.announcedLength !== undefined) {
      response.write(body, () => response.destroy());
      return;
    }
    reply.onWrite?.();
    response.end(headOnly || reply.status === 204 ? undefined : body);
  }
}
