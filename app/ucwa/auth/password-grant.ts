import type { HttpResponse } from '../../ports/http-transport.ts';
import { type Credentials, SignInProblemError, type WebTicket } from '../sign-in-contract.ts';
import { clockDifferenceMs, diagnostics } from '../transport/response.ts';
import { UcwaError } from '../ucwa-error.ts';

/** A clock that differs by more makes tickets look expired or not valid yet. */
const maxClockDifferenceMs = 10 * 60_000;

/** Body of the web ticket request, `application/x-www-form-urlencoded`. */
export function passwordGrantBody(credentials: Credentials): string {
  const fields = {
    grant_type: 'password',
    username: credentials.userName,
    password: credentials.password,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/**
 * The ticket in the answer to a password grant.
 * @param origin what the ticket will be good for
 * @throws SignInProblemError when another try would not help
 * @throws UcwaError when it would: the service is in trouble
 */
export function readGrantAnswer(
  response: HttpResponse,
  origin: string,
  host: string,
  nowMs: number,
): WebTicket {
  const { status } = response;
  const fields = parseObject(response.body);
  if (status === 200) {
    const accessToken = fields?.access_token;
    if (typeof accessToken !== 'string' || accessToken === '') {
      throw new SignInProblemError('not-a-ucwa-server', host, 'no access_token');
    }
    const seconds = Number(fields?.expires_in);
    const lifetimeMs = (Number.isFinite(seconds) && seconds > 0 ? seconds : 3600) * 1000;
    return { accessToken, expiresAtMs: nowMs + lifetimeMs, origin };
  }
  if (status === 408 || status === 429 || status >= 500 || fields?.error === 'server_error') {
    const details = { advice: 'retry', status, host, diagnostics: diagnostics(response) } as const;
    throw new UcwaError('proxy', `The web ticket service answered HTTP ${status}`, details);
  }
  throw refusal(response, fields?.error, host, nowMs);
}

/** What a refused grant, or a fresh ticket that is refused at once, tells about the two clocks. */
export function clockSkew(
  response: HttpResponse,
  host: string,
  nowMs: number,
): SignInProblemError | null {
  const differenceMs = clockDifferenceMs(response, nowMs);
  if (Math.abs(differenceMs) <= maxClockDifferenceMs) return null;
  const minutes = Math.round(differenceMs / 60_000);
  return new SignInProblemError('clock-skew', host, `${minutes > 0 ? '+' : ''}${minutes} min`);
}

function refusal(
  response: HttpResponse,
  error: unknown,
  host: string,
  nowMs: number,
): SignInProblemError {
  const detail = diagnostics(response) ?? (typeof error === 'string' ? error : null);
  const noGrant = error === 'unsupported_grant_type' || /^\s*28029\b/.test(detail ?? '');
  if (noGrant) return new SignInProblemError('no-password-grant', host, detail);
  const { status } = response;
  const isForeign = typeof error !== 'string' && status !== 401 && status !== 403;
  if (isForeign) return new SignInProblemError('not-a-ucwa-server', host, detail);
  const skew = clockSkew(response, host, nowMs);
  if (skew !== null) return skew;
  const wrong = error === 'invalid_grant' || status === 401;
  return new SignInProblemError(wrong ? 'wrong-password' : 'forbidden', host, detail);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
