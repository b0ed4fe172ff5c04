import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the script answers. 'hang' never answers; 'drop' cuts the connection. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | string[]>>;
      /** Objects go out as JSON, bytes as they are. */
      readonly body?: string | object | Buffer;
      /** Announces this many bytes more than are sent, then cuts the connection. */
      readonly missingBytes?: number;
    }
  | 'hang'
  | 'drop'
  | { readonly after: Promise<unknown>; readonly answer: Answer };

export type Script = (request: SeenRequest) => Answer;

/** An HTTP server that says what the test's script tells it to, over real sockets. */
export class ScriptedServer {
  readonly requests: SeenRequest[] = [];
  script: Script = () => ({ status: 404 });
  readonly #server: http.Server;
  readonly #secure: boolean;
  readonly #waiting = new Set<() => void>();

  private constructor(server: http.Server, secure: boolean) {
    this.#server = server;
    this.#secure = secure;
  }

  /** Starts on a free port of the loopback; with `tls`, speaks https. */
  static async start(tls?: {
    readonly key: string;
    readonly cert: string;
  }): Promise<ScriptedServer> {
    const server = tls === undefined ? http.createServer() : https.createServer(tls);
    const scripted = new ScriptedServer(server, tls !== undefined);
    server.on('request', (incoming, outgoing) => void scripted.#serve(incoming, outgoing));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `${this.#secure ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** Requests whose method and path match, oldest first. */
  seen(method: string, path: RegExp): SeenRequest[] {
    return this.requests.filter((request) => request.method === method && path.test(request.url));
  }

  /** Waits until `count` matching requests have come. */
  async waitFor(method: string, path: RegExp, count = 1): Promise<SeenRequest> {
    for (;;) {
      const found = this.seen(method, path)[count - 1];
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Cuts every connection; new ones are taken. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    this.requests.push(request);
    const answer = this.script(request);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
    await this.#answer(outgoing, answer);
  }

  async #answer(outgoing: http.ServerResponse, answer: Answer): Promise<void> {
    if (answer === 'hang') return;
    if (answer === 'drop') {
      outgoing.destroy();
      return;
    }
    if ('after' in answer) {
      await answer.after;
      return this.#answer(outgoing, answer.answer);
    }
    const json = typeof answer.body === 'object' && !Buffer.isBuffer(answer.body);
    const text = json ? JSON.stringify(answer.body) : String(answer.body ?? '');
    const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(text);
    outgoing.writeHead(answer.status ?? 200, {
      ...(json && { 'Content-Type': 'application/json' }),
      'Content-Length': body.length + (answer.missingBytes ?? 0),
      ...answer.headers,
    });
    if (answer.missingBytes === undefined) outgoing.end(body);
    else outgoing.write(body, () => outgoing.destroy());
  }
}
