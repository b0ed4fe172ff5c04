import { malformed } from '../malformed.ts';
import { decodeDataUri, encodeDataUri } from './data-uri.ts';
import { type Part, splitMultipart } from './multipart.ts';

/** An SDP that came as an external resource: `mediaOffer`, `mediaAnswer`, … */
export interface MediaSdp {
  readonly sdp: string;
  /**
   * Content-ID of the part it was taken from, without angle brackets: what to answer with as
   * `processedOfferId`. Null when there was only one.
   */
  readonly contentId: string | null;
}

/**
 * The SDP in a `data:` URI. Of a multipart/alternative offer it is the first part that is not
 * marked `ms-proxy-2007fallback` (those speak ICE draft 6).
 * @throws UcwaError 'malformed'
 */
export function decodeMediaSdp(uri: string): MediaSdp {
  const data = decodeDataUri(uri);
  if (!data.mediaType.startsWith('multipart/')) return { sdp: data.text, contentId: null };
  const boundary = data.parameters.boundary;
  if (boundary === undefined) throw malformed('multipart without a boundary', 'data');
  const offers = splitMultipart(data.text, boundary).filter(isSdp);
  const chosen = offers.find((part) => !isFallback(part)) ?? offers[0];
  if (chosen === undefined) throw malformed('no SDP in a multipart offer', 'multipart');
  return {
    sdp: chosen.body,
    contentId: chosen.headers['content-id']?.replace(/^<(.*)>$/, '$1') ?? null,
  };
}

/** An SDP as the external resource that requests carry. */
export function encodeMediaSdp(sdp: string): string {
  return encodeDataUri('application/sdp', sdp);
}

function isSdp(part: Part): boolean {
  return /^application\/sdp\b/i.test(part.headers['content-type'] ?? '');
}

function isFallback(part: Part): boolean {
  return /;\s*ms-proxy-2007fallback\b/i.test(part.headers['content-disposition'] ?? '');
}
