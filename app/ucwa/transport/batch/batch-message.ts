import type { HttpResponse } from '../../../ports/http-transport.ts';
import { splitMultipart } from '../../hypermedia/multipart.ts';
import { UcwaError } from '../../ucwa-error.ts';

/** A GET as a part of a batch. */
export interface BatchPart {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const batchMediaType = 'multipart/batching';

/**
 * The body of a batch.
 * @param boundary must not occur in any part
 */
export function writeBatch(parts: readonly BatchPart[], boundary: string): string {
  const written = parts.map((part) => `--${boundary}\r\n${writePart(part)}\r\n`);
  return `${written.join('')}--${boundary}--\r\n`;
}

function writePart({ url, headers }: BatchPart): string {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries({ Host: host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = 'Content-Type: application/http; msgtype=request\r\n\r\n';
  return `${head}GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/**
 * The responses in the answer to a batch, in its order, which is that of the requests.
 * @returns null when it is no answer to that many parts
 */
export function readBatch(answer: HttpResponse, count: number): readonly HttpResponse[] | null {
  const contentType = answer.headers['content-type']?.[0] ?? '';
  const boundary = /^multipart\/\w+\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/is.exec(contentType);
  if (boundary === null) return null;
  try {
    const parts = splitMultipart(answer.body, boundary[1] ?? boundary[2] ?? '');
    const responses = parts.map(({ body }) => readPart(body));
    const known = responses.filter((response) => response !== null);
    return known.length === count && parts.length === count ? known : null;
  } catch (error) {
    if (error instanceof UcwaError) return null;
    throw error;
  }
}

/** `trim` takes a byte order mark away, too. */
function readPart(text: string): HttpResponse | null {
  const message = text.trimStart();
  const end = /\r?\n\r?\n/.exec(message);
  const head = end === null ? message : message.slice(0, end.index);
  const [statusLine = '', ...lines] = head.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(statusLine)?.[1];
  if (status === undefined) return null;
  const body = end === null ? '' : message.slice(end.index + end[0].length);
  return { status: Number(status), headers: readHeaders(lines), body: body.trim() };
}

function readHeaders(lines: readonly string[]): HttpResponse['headers'] {
  const headers = new Map<string, readonly string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return Object.fromEntries(headers);
}
