import { fromTransportError } from '../transport/errors.ts';
import { diagnostics, isTokenRefused } from '../transport/response.ts';
import { hostOf } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { type Challenge, offeredSchemes, readChallenge } from './challenge.ts';
import { type GrantContext, grantTimeoutMs, maxGrantBytes } from './grant.ts';

/** What asking without a ticket gave. */
export type ChallengeOutcome =
  | { readonly type: 'challenge'; readonly challenge: Challenge }
  /** It wants to know who we are, and does not say how UCWA does. */
  | { readonly type: 'none'; readonly status: number; readonly schemes: readonly string[] }
  | { readonly type: 'failed'; readonly error: UcwaError };

/** Asks a resource without a ticket, for its challenge. Never rejects. */
export async function askChallenge(
  { transport }: Pick<GrantContext, 'transport'>,
  href: string,
  signal: AbortSignal,
): Promise<ChallengeOutcome> {
  try {
    const headers = { Accept: 'application/json' };
    const response = await transport.send(
      { method: 'GET', url: href, headers, timeoutMs: grantTimeoutMs, maxBodyBytes: maxGrantBytes },
      signal,
    );
    const challenge = readChallenge(response);
    if (challenge !== null) return { type: 'challenge', challenge };
    const { status } = response;
    if (isTokenRefused(response))
      return { type: 'none', status, schemes: offeredSchemes(response) };
    const error = new UcwaError('proxy', `No challenge with HTTP ${status}`, {
      ...{ advice: 'retry', status, host: hostOf(href), diagnostics: diagnostics(response) },
    });
    return { type: 'failed', error };
  } catch (error) {
    return { type: 'failed', error: fromTransportError(error, href) };
  }
}
