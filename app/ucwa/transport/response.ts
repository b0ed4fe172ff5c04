import type { HttpResponse } from '../../ports/http-transport.ts';

/** All values of a header, one per line of the response. */
export function headerLines(response: HttpResponse, name: string): readonly string[] {
  return response.headers[name] ?? [];
}

/** A header's first value; null without one. */
export function header(response: HttpResponse, name: string): string | null {
  return headerLines(response, name)[0] ?? null;
}

/** `X-Ms-diagnostics`, with which the server explains refusals. Not a contract. */
export function diagnostics(response: HttpResponse): string | null {
  return header(response, 'x-ms-diagnostics');
}

/** How far the server's clock is ahead of ours by its `Date` header, in milliseconds; 0 without. */
export function clockDifferenceMs(response: HttpResponse, nowMs: number): number {
  const serverMs = Date.parse(header(response, 'date') ?? '');
  return Number.isNaN(serverMs) ? 0 : serverMs - nowMs;
}

/**
 * `Retry-After` in milliseconds from now, from seconds or from a date, which is compared with the
 * server's own clock; null without one that can be read.
 */
export function retryAfterMs(response: HttpResponse): number | null {
  const value = header(response, 'retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  if (!/^[a-z]/i.test(value)) return null;
  const differenceMs = Date.parse(value) - Date.parse(header(response, 'date') ?? '');
  return Number.isNaN(differenceMs) ? null : Math.max(0, differenceMs);
}

/**
 * Whether the server refused the token, not the request: 401, or the 403 that older front ends
 * give for an invalid token.
 */
export function isTokenRefused(response: HttpResponse): boolean {
  if (response.status === 401) return true;
  if (response.status !== 403) return false;
  return (
    /^\s*28055\b/.test(diagnostics(response) ?? '') ||
    headerLines(response, 'www-authenticate').some((line) => /\bMsRtcOAuth\b/i.test(line)) ||
    headerLines(response, 'warning').some((line) => /InvalidToken/i.test(line))
  );
}
