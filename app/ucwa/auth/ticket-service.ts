import type { HttpRequest, HttpResponse, IntegratedLogin } from '../../ports/http-transport.ts';
import { type SignInProblem, SignInProblemError } from '../sign-in-problem.ts';
import { fromTransportError } from '../transport/errors.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import {
  type GrantContext,
  type GrantOutcome,
  type GrantRequest,
  grantTimeoutMs,
  maxGrantBytes,
} from './grant.ts';
import { readTicketAnswer } from './ticket-answer.ts';

/** Body of an `application/x-www-form-urlencoded` request. */
export const formBody = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

export interface FormPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly cookie?: string;
  readonly integratedLogin?: IntegratedLogin;
}

/**
 * POSTs a form.
 * @throws UcwaError without a response
 */
export async function postForm(
  { transport }: Pick<GrantContext, 'transport'>,
  { url, fields, cookie, integratedLogin }: FormPost,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
    ...(cookie !== undefined && { Cookie: cookie }),
  };
  const request: HttpRequest = {
    method: 'POST',
    url,
    headers,
    body: formBody(fields),
    timeoutMs: grantTimeoutMs,
    maxBodyBytes: maxGrantBytes,
    ...(integratedLogin !== undefined && { integratedLogin }),
  };
  try {
    return await transport.send(request, signal);
  } catch (error) {
    throw fromTransportError(error, url);
  }
}

/**
 * Where the ticket service of a challenge is.
 * @throws SignInProblemError when it is not secure
 */
export function ticketServiceUrl({ challenge, href }: GrantRequest): string {
  const url = secureUrl(challenge.ticketHref ?? '', href);
  if (url !== null) return url.href;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(href), 'insecure ticket URL');
}

/** What the answer to `request` says, received now. */
export function readAnswer(
  { clock }: Pick<GrantContext, 'clock'>,
  request: GrantRequest,
  response: HttpResponse,
  whenRefused: SignInProblem,
): GrantOutcome {
  const url = request.challenge.ticketHref ?? request.href;
  const { origin } = new URL(request.href);
  return readTicketAnswer(response, { url, origin, nowMs: clock.nowMs(), whenRefused });
}
