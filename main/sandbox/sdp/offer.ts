import { hexId } from '../model/ids.ts';
import type { OfferForm } from '../user.ts';
import { formEncode, parseDataUri, sdpDataUri } from './data-uri.ts';

/** Whether this looks like a session description: version, origin, and at least one media line (RFC 8866). */
export function isSdp(text: string): boolean {
  const lines = text.split(/\r?\n/);
  return (
    lines[0]?.trim() === 'v=0' &&
    lines.some((line) => line.startsWith('o=')) &&
    lines.some((line) => /^m=\w+ \d+(\/\d+)? \S+ /.test(line))
  );
}

interface Part {
  readonly fallback: boolean;
  readonly body: string;
}

function splitMultipart(text: string, boundary: string): readonly Part[] {
  return text
    .split(`--${boundary}`)
    .slice(1)
    .filter((chunk) => !chunk.startsWith('--'))
    .map((chunk) => {
      const [head = '', ...body] = chunk.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
      return {
        fallback: /ms-proxy-2007fallback/i.test(head),
        body: body.join('\r\n\r\n').replace(/\r?\n$/, ''),
      };
    });
}

/** The session description a client offers in a link; undefined when there is none in it. */
export function sdpOfHref(href: string): string | undefined {
  const data = parseDataUri(href);
  if (data === undefined) return undefined;
  const text = data.bytes.toString('utf8');
  const boundary = data.parameters.get('boundary');
  const isMultipart = data.mediaType.startsWith('multipart/') && boundary !== undefined;
  const sdp = isMultipart
    ? splitMultipart(text, boundary.replace(/^"|"$/g, '')).find((part) => !part.fallback)?.body
    : text;
  return sdp !== undefined && isSdp(sdp) ? sdp : undefined;
}

export interface DeliveredOffer {
  readonly href: string;
  /** Content-IDs of the parts, the usable one last; empty for a single part. */
  readonly contentIds: readonly string[];
}

/** The old-dialect part that precedes the real one: no candidates that a client of today could use. */
function fallbackSdp(sdp: string): string {
  return sdp
    .split(/\r?\n/)
    .filter((line) => !/^a=(candidate|ice-|rtcp-mux|fingerprint|setup)/.test(line))
    .map((line) => line.replace(/^o=(\S+) \S+ \S+/, 'o=$1 0 0'))
    .join('\r\n');
}

/**
 * An offer as it reaches the callee: one base64 part, or the two-part `multipart/alternative`
 * captured from a real server, form-encoded, with the old dialect first and flagged.
 */
export function deliverOffer(sdp: string, form: OfferForm, domain: string): DeliveredOffer {
  if (form === 'sdp') return { href: sdpDataUri(sdp), contentIds: [] };
  const boundary = hexId();
  const contentIds = [`${hexId()}@${domain}`, `${hexId()}@${domain}`];
  const part = (id: string | undefined, flag: string, body: string) =>
    `--${boundary}${formEncode(
      `\r\nContent-Type: application/sdp\r\nContent-ID: <${id}>\r\nContent-Disposition: session; handling=optional${flag}\r\n\r\n${body}\r\n`,
    )}`;
  const parts =
    part(contentIds[0], '; ms-proxy-2007fallback', fallbackSdp(sdp)) + part(contentIds[1], '', sdp);
  return {
    href: `data:multipart/alternative;charset=utf-8;boundary=${boundary},${parts}--${boundary}--`,
    contentIds,
  };
}
