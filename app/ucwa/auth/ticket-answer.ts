import type { HttpResponse } from '../../ports/http-transport.ts';
import { type SignInProblem, SignInProblemError } from '../sign-in-problem.ts';
import { clockDifferenceMs, diagnostics } from '../transport/response.ts';
import { hostOf } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import type { GrantOutcome } from './grant.ts';

/** A clock that differs by more makes tickets look expired or not valid yet. */
const maxClockDifferenceMs = 10 * 60_000;
const defaultLifetimeSeconds = 3600;

/** How to read the answer of a ticket service or token endpoint. */
export interface TicketAnswerReading {
  /** Where the answer is from. */
  readonly url: string;
  /** What the ticket will be good for. */
  readonly origin: string;
  readonly nowMs: number;
  /** What it means that the proof was not good enough. */
  readonly whenRefused: SignInProblem;
}

/** The ticket in the answer of a ticket service, or what its absence means. */
export function readTicketAnswer(
  response: HttpResponse,
  reading: TicketAnswerReading,
): GrantOutcome {
  const { url, origin, nowMs } = reading;
  const host = hostOf(url);
  const { status } = response;
  const fields = jsonObject(response.body);
  if (status === 200) {
    const accessToken = fields?.access_token;
    if (typeof accessToken !== 'string' || accessToken === '') {
      const problem = new SignInProblemError('not-a-ucwa-server', host, 'no access_token');
      return { type: 'refused', problem, byService: false };
    }
    const seconds = Number(fields?.expires_in);
    const lifetimeSeconds =
      Number.isFinite(seconds) && seconds > 0 ? seconds : defaultLifetimeSeconds;
    const expiresAtMs = nowMs + lifetimeSeconds * 1000;
    return { type: 'ticket', ticket: { accessToken, expiresAtMs, origin } };
  }
  if (status === 408 || status === 429 || status >= 500 || fields?.error === 'server_error') {
    const details = { advice: 'retry', status, host, diagnostics: diagnostics(response) } as const;
    const message = `The web ticket service answered HTTP ${status}`;
    return { type: 'try-later', error: new UcwaError('proxy', message, details) };
  }
  const problem = refusal(response, fields?.error, host, reading);
  // A proxy's page bears neither: it must not be taken for the service's word on the user.
  const byService = typeof fields?.error === 'string' || diagnostics(response) !== null;
  return { type: 'refused', problem, byService };
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

/** The members of a JSON object; null for anything else. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function refusal(
  response: HttpResponse,
  error: unknown,
  host: string,
  { nowMs, whenRefused }: TicketAnswerReading,
): SignInProblemError {
  const detail = diagnostics(response) ?? (typeof error === 'string' ? error : null);
  const notAllowed = error === 'unsupported_grant_type' || /^\s*28029\b/.test(detail ?? '');
  if (notAllowed) return new SignInProblemError('method-not-offered', host, detail);
  const { status } = response;
  const isForeign = typeof error !== 'string' && status !== 401 && status !== 403;
  if (isForeign) return new SignInProblemError('not-a-ucwa-server', host, detail);
  const skew = clockSkew(response, host, nowMs);
  if (skew !== null) return skew;
  const refused = error === 'invalid_grant' || status === 401;
  return new SignInProblemError(refused ? whenRefused : 'forbidden', host, detail);
}
