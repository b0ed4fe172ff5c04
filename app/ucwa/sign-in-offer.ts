import { askChallenge } from './auth/ask-challenge.ts';
import { offeredGrants } from './auth/offered-grants.ts';
import type { GrantName } from './auth/sign-in-method.ts';
import { ucwaCodecs } from './codec/ucwa-codecs.ts';
import { type DiscoveryWish, discover } from './discovery/discover.ts';
import type { SignInStepError, UcwaDependencies } from './sign-in-contract.ts';
import { SignInProblemError } from './sign-in-problem.ts';
import { hostOf } from './transport/trusted-url.ts';

/** How one may sign in at a server, as it says itself. */
export type SignInOffer =
  | { readonly type: 'offered'; readonly host: string; readonly grants: readonly GrantName[] }
  | { readonly type: 'failed'; readonly error: SignInStepError };

/** Finds the server of an address and asks it how one may sign in. Sends nothing secret; never rejects. */
export async function findSignInOffer(
  wish: DiscoveryWish,
  { transport, logger }: Pick<UcwaDependencies, 'transport' | 'logger'>,
  signal: AbortSignal,
): Promise<SignInOffer> {
  const discovery = { transport, codecs: ucwaCodecs(), logger: logger.scoped('discovery'), signal };
  const found = await discover(discovery, wish);
  if (found.type === 'failed') return found;
  const { url } = found.server;
  const host = hostOf(url);
  const asked = await askChallenge({ transport }, url, signal);
  if (asked.type === 'failed') return asked;
  if (asked.type === 'challenge') {
    return { type: 'offered', host, grants: offeredGrants(asked.challenge) };
  }
  const schemes = asked.schemes.join(', ') || null;
  return { type: 'failed', error: new SignInProblemError('method-not-offered', host, schemes) };
}
