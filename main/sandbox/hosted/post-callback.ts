import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface CallbackPost {
  readonly url: URL;
  readonly token: string;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What came of a post; `context` is the `CallbackContext` that the client wants with further ones. */
export interface CallbackOutcome {
  readonly delivered: boolean;
  readonly context: string | undefined;
}

const timeLimitMs = 5_000;
const largestReply = 16_384;
const longestContext = 1_024;
const mediaType = 'application/json; type="application/vnd.microsoft.com.ucwa+json"; charset=utf-8';

function contextIn(reply: string): string | undefined {
  try {
    const value: unknown = JSON.parse(reply);
    if (typeof value !== 'object' || value === null) return undefined;
    const context = 'CallbackContext' in value ? value.CallbackContext : undefined;
    const isFit = typeof context === 'string' && context.length <= longestContext;
    return isFit ? context : undefined;
  } catch {
    return undefined;
  }
}

/** Posts events to a client's address: one attempt, no redirects, within a limit of time and size. */
export function postCallback({ url, token, body, signal }: CallbackPost): Promise<CallbackOutcome> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': mediaType,
    'Content-Length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const failed = () => resolve({ delivered: false, context: undefined });
    const post = request(url, { method: 'POST', headers, signal, agent: false }, (reply) => {
      const delivered = reply.statusCode !== undefined && reply.statusCode < 300;
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => {
        text += part;
        if (text.length > largestReply) post.destroy(new Error('The reply is too long.'));
      });
      reply.on('end', () => resolve({ delivered, context: contextIn(text) }));
      reply.on('error', failed);
    });
    post.setTimeout(timeLimitMs, () => post.destroy(new Error('No reply in time.')));
    post.on('error', failed);
    post.end(body);
  });
}
