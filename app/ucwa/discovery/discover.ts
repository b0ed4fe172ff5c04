import { TransportError } from '../../ports/http-transport.ts';
import type { SignInStepError } from '../sign-in-contract.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import { fromTransportError } from '../transport/errors.ts';
import { hostOf } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { discoveryHosts, domainOf, givenDiscoveryUrl } from './discovery-address.ts';
import { type Discovery, type FoundServer, followToServer } from './follow.ts';

export interface DiscoveryWish {
  /** SIP address; its domain is where discovery looks. */
  readonly address: string;
  /** Looked at instead, when given: a root, `user` or `applications` URL. */
  readonly discoveryUrl: string | null;
  /** Hosts of other domains that the user agreed to. */
  readonly trustedHosts: readonly string[];
}

/** One place that was asked, and why it did not lead further; null when it did. */
export interface DiscoveryAttempt {
  readonly url: string;
  readonly error: SignInStepError | null;
}

export type DiscoveryOutcome = { readonly attempts: readonly DiscoveryAttempt[] } & (
  | { readonly type: 'found'; readonly server: FoundServer }
  /** `error` is the attempt that says most about what is wrong. */
  | { readonly type: 'failed'; readonly error: SignInStepError }
);

/**
 * Finds the server of a SIP address: at the URL that was given, else by the domain's two
 * autodiscover names, first over HTTPS, then over plain HTTP, which may only lead to HTTPS. The
 * servers are asked without a proof of who the user is. Never rejects.
 */
export async function discover(
  discovery: Discovery,
  wish: DiscoveryWish,
): Promise<DiscoveryOutcome> {
  const attempts: DiscoveryAttempt[] = [];
  try {
    const domain = domainOf(wish.address);
    const trust = { domain, trustedHosts: wish.trustedHosts };
    const attempt = async (url: string): Promise<FoundServer | null> => {
      try {
        const server = await followToServer(discovery, url, trust);
        attempts.push({ url, error: null });
        return server;
      } catch (error) {
        attempts.push({ url, error: stepError(error, url) });
        if (discovery.signal.aborted) throw error;
        discovery.logger.info('No autodiscover service here', { host: hostOf(url), error });
        return null;
      }
    };
    const server = await firstFound(candidates(wish, domain, attempts), attempt);
    if (server !== null) return { type: 'found', server, attempts };
  } catch (error) {
    const url = attempts.at(-1)?.url ?? wish.discoveryUrl ?? wish.address;
    return { type: 'failed', error: stepError(error, url), attempts };
  }
  return { type: 'failed', error: mostTelling(attempts), attempts };
}

/** Where to look, in this order; what was found out on the way decides what comes next. */
function* candidates(
  { discoveryUrl }: DiscoveryWish,
  domain: string,
  attempts: readonly DiscoveryAttempt[],
): Generator<string> {
  if (discoveryUrl !== null) {
    yield givenDiscoveryUrl(discoveryUrl);
    return;
  }
  const hosts = discoveryHosts(domain);
  for (const host of hosts) yield `https://${host}/`;
  for (const host of hosts) {
    const overHttps = attempts.find(({ url }) => url === `https://${host}/`);
    if (!isUnreachable(overHttps?.error ?? null)) yield `http://${host}/`;
  }
}

async function firstFound(
  urls: Iterable<string>,
  attempt: (url: string) => Promise<FoundServer | null>,
): Promise<FoundServer | null> {
  for (const url of urls) {
    const server = await attempt(url);
    if (server !== null) return server;
  }
  return null;
}

/** Whether nobody at all is there, whatever the scheme. */
function isUnreachable(error: SignInStepError | null): boolean {
  const kind = transportKind(error);
  return kind === 'host-not-found' || kind === 'offline';
}

function transportKind(error: SignInStepError | null): TransportError['kind'] | null {
  return error instanceof UcwaError && error.cause instanceof TransportError
    ? error.cause.kind
    : null;
}

function stepError(error: unknown, url: string): SignInStepError {
  if (error instanceof SignInProblemError || error instanceof UcwaError) return error;
  return fromTransportError(error, url);
}

/** Of several failures the one that tells the user most about what is wrong. */
function mostTelling(attempts: readonly DiscoveryAttempt[]): SignInStepError {
  const errors = attempts.map(({ error }) => error).filter((error) => error !== null);
  const best = errors.reduce<SignInStepError | null>(
    (chosen, error) => (chosen === null || rank(error) > rank(chosen) ? error : chosen),
    null,
  );
  return best ?? new SignInProblemError('not-a-ucwa-server', null, null);
}

function rank(error: SignInStepError): number {
  // The one failure that the user can undo by a word.
  if (error instanceof SignInProblemError) {
    return error.problem === 'redirect-needs-consent' ? 6 : 3;
  }
  const kind = transportKind(error);
  if (kind === null) return 4;
  if (kind.startsWith('certificate-')) return 5;
  return kind === 'host-not-found' ? 1 : 2;
}
