import { createHash } from 'node:crypto';
import type { Exchange } from './exchange.ts';
import type { Reply } from './reply.ts';
import { UcwaError } from './ucwa-error.ts';

/** The tag of what a reply shows: the same body, the same tag. */
function etagOf(reply: Reply): string {
  const { document, body } = reply;
  const hash = createHash('sha1').update(
    document === undefined ? (body ?? '') : JSON.stringify(document.value),
  );
  return `"${hash.digest('hex').slice(0, 32)}"`;
}

/** Whether a precondition names this tag. Quotes are not insisted on. */
function names(precondition: string, etag: string): boolean {
  if (precondition.trim() === '*') return true;
  const bare = (tag: string) =>
    tag
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1');
  return precondition.split(',').some((tag) => bare(tag) === bare(etag));
}

/** The reply to a GET with its ETag, or 304 for a client that has this representation already. */
export function conditional(exchange: Exchange, reply: Reply): Reply {
  if (exchange.method !== 'GET' || reply.status !== 200) return reply;
  const etag = etagOf(reply);
  const known = exchange.header('if-none-match');
  if (known !== undefined && names(known, etag)) return { status: 304, headers: { ETag: etag } };
  return { ...reply, headers: { ...reply.headers, ETag: etag } };
}

/**
 * Lets a PUT through that was made of the representation as it is now.
 * @throws UcwaError 428 without `If-Match`, 412 when it names an older representation
 */
export function requirePrecondition(exchange: Exchange, current: Reply): void {
  const known = exchange.header('if-match');
  if (known === undefined)
    throw new UcwaError(428, undefined, 'The request lacks an If-Match header.');
  if (!names(known, etagOf(current)))
    throw new UcwaError(412, undefined, 'The resource has changed in the meantime.');
}
