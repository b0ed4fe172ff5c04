import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LoopbackRedirect, RedirectListener } from '../../../app/ports/loopback-redirect.ts';

/** What the browser shows at the end. */
export interface RedirectPageTexts {
  readonly title: string;
  readonly done: string;
}

const host = '127.0.0.1';

/** A web server on the loopback that takes one answer and is gone. */
export class LoopbackRedirectServer implements LoopbackRedirect {
  readonly #page: string;

  constructor({ title, done }: RedirectPageTexts) {
    const [safeTitle, safeDone] = [escapeHtml(title), escapeHtml(done)];
    this.#page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${safeTitle}</title><meta name="color-scheme" content="light dark"></head><body style="font-family:system-ui,sans-serif;margin:4rem auto;max-width:30rem"><h1>${safeTitle}</h1><p>${safeDone}</p></body></html>`;
  }

  async listen(state: string): Promise<RedirectListener> {
    let take = (_answer: Readonly<Record<string, string>>): void => undefined;
    const answer = new Promise<Readonly<Record<string, string>>>((resolve) => {
      take = resolve;
    });
    const server = createServer((request, response) => {
      const query = answerOf(request, state);
      this.#reply(response, query !== null);
      if (query === null) return;
      server.close();
      take(query);
    });
    const port = await listenOnFreePort(server);
    return {
      redirectUri: `http://${host}:${port}/`,
      answer,
      close: () => {
        server.close();
        // A browser keeps connections open that it does not use.
        server.unref();
      },
    };
  }

  #reply(response: ServerResponse, isAnswer: boolean): void {
    response.writeHead(isAnswer ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      // The address in the browser's history holds the code: nobody is told of it.
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      Connection: 'close',
    });
    response.end(isAnswer ? this.#page : '');
  }
}

/** The query of the one request that is meant: a GET of the address that was given, with the state. */
function answerOf(
  { method, url, headers }: IncomingMessage,
  state: string,
): Readonly<Record<string, string>> | null {
  const target = new URL(url ?? '/', `http://${host}`);
  if (method !== 'GET' || target.pathname !== '/') return null;
  // Another name for the loopback would mean that a page of somebody else's sent the browser here.
  if (!headers.host?.startsWith(`${host}:`)) return null;
  if (!isSame(target.searchParams.get('state') ?? '', state)) return null;
  return Object.fromEntries(target.searchParams);
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function listenOnFreePort(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('No port to listen on'));
    });
  });
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
