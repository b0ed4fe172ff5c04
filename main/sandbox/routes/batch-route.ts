import { Exchange } from '../http/exchange.ts';
import { type Answer, noReply, type Reply } from '../http/reply.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import { hexId } from '../model/ids.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

const forbidden = /\/(?:batch|events|photos\/|.*contactPhoto)/i;

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
};

function readHead(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** One `application/http` part as a request of its own, with the outer request's identity. */
function readPart(text: string, outer: Exchange): Exchange {
  const inner = text.replace(/^\r?\n/, '').replace(/^[\s\S]*?\r?\n\r?\n/, '');
  const [head = '', ...rest] = inner.split(/\r?\n\r?\n/);
  const [requestLine = '', ...headerLines] = head.split(/\r?\n/);
  const [method = '', target = ''] = requestLine.trim().split(/\s+/);
  if (method === '' || target === '' || forbidden.test(target)) {
    throw new UcwaError(
      400,
      undefined,
      'A part of the batch is not a request that can be batched.',
    );
  }
  const headers = readHead(headerLines);
  return new Exchange({
    method,
    target,
    headers: {
      ...headers,
      host: new URL(outer.origin).host,
      authorization: outer.header('authorization'),
    },
    body: Buffer.from(rest.join('\r\n\r\n').replace(/\r?\n$/, '')),
    signal: outer.signal,
    connection: outer.connection,
    scheme: outer.origin.startsWith('https') ? 'https' : 'http',
    defaultHost: '',
  });
}

function writePart(answer: Answer): string {
  const reply: Reply = answer === noReply ? { status: 500 } : answer;
  const headers = Object.entries(reply.headers ?? {}).map(
    ([name, value]) => `${name}: ${String(value)}\r\n`,
  );
  const statusLine = `HTTP/1.1 ${reply.status} ${statusTexts[reply.status] ?? 'Error'}\r\n`;
  return `Content-Type: application/http; msgtype=response\r\n\r\n${statusLine}${headers.join('')}\r\n${String(reply.body ?? '')}`;
}

/** Counts a user's operations while they run. Too many, and none of them is begun. */
async function outstanding<Result>(
  world: World,
  account: Account,
  count: number,
  run: () => Promise<Result>,
): Promise<Result> {
  if (account.outstanding + count > world.maximumOutstanding)
    throw new UcwaError(429, undefined, 'There are too many outstanding operations.');
  account.outstanding += count;
  try {
    return await run();
  } finally {
    account.outstanding -= count;
  }
}

/** Runs several requests sent as one `multipart/batching`; replies keep the order of the requests. */
export async function batch(
  world: World,
  account: Account,
  exchange: Exchange,
  run: (part: Exchange) => Promise<Answer>,
): Promise<Reply> {
  const boundary = /boundary="?([^";]+)"?/i.exec(exchange.header('content-type') ?? '')?.[1];
  if (boundary === undefined)
    throw new UcwaError(415, undefined, 'The content type is not supported.');
  const chunks = exchange
    .text()
    .split(`--${boundary}`)
    .slice(1)
    .filter((chunk) => !chunk.startsWith('--'));
  const parts = chunks.map((chunk) => readPart(chunk, exchange));
  const answers = await outstanding(world, account, parts.length, () =>
    Promise.all(parts.map(run)),
  );
  const mark = hexId();
  const body = answers.map((answer) => `--${mark}\r\n${writePart(answer)}\r\n`).join('');
  return {
    status: 200,
    headers: { 'Content-Type': `multipart/batching; boundary="${mark}"` },
    body: `${body}--${mark}--\r\n`,
  };
}
