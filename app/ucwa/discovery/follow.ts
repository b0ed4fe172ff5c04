import type { HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import type { Logger } from '../../ports/logger.ts';
import { readChallenge } from '../auth/challenge.ts';
import type { Codecs } from '../codec/codecs.ts';
import { link } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import { fromErrorResponse, fromTransportError } from '../transport/errors.ts';
import { resourceIn } from '../transport/resource-in.ts';
import { header } from '../transport/response.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import { isAtHome, isWithin } from './home-domain.ts';

const timeoutMs = 10_000;
const maxBodyBytes = 256 * 1024;
const maxSteps = 8;

export interface Discovery {
  readonly transport: HttpTransport;
  readonly codecs: Codecs;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Where discovery ended: what is there wants to know who the user is. */
export interface FoundServer {
  readonly kind: 'user' | 'applications';
  /** Absolute and secure. */
  readonly url: string;
}

/** Whose redirects are followed. */
export interface RedirectTrust {
  /** The user's own domain. */
  readonly domain: string;
  readonly trustedHosts: readonly string[];
}

/**
 * Goes from a root document over redirects to the `user` resource, or finds that the start is a
 * `user` or `applications` resource itself.
 * @throws SignInProblemError, UcwaError
 */
export async function followToServer(
  discovery: Discovery,
  start: string,
  trust: RedirectTrust,
): Promise<FoundServer> {
  let url = start;
  for (let step = 0; step < maxSteps; step += 1) {
    const response = await get(discovery, url);
    const redirected = redirectTarget(response, url, trust);
    if (redirected !== null) {
      url = redirected;
      continue;
    }
    if (secureUrl(url) === null) {
      throw new SignInProblemError('not-a-ucwa-server', hostOf(url), 'no redirect to https');
    }
    if (readChallenge(response) !== null) return { kind: kindOf(url), url };
    const document = readDocument(discovery.codecs, response, url);
    const user = link(document, 'user');
    if (user !== null) return { kind: 'user', url: secured(user.href, url) };
    if (link(document, 'applications') !== null) return { kind: 'user', url };
    const next = link(document, 'redirect');
    if (next === null)
      throw new SignInProblemError('not-a-ucwa-server', hostOf(url), 'no user link');
    url = secured(next.href, url);
  }
  throw new SignInProblemError('not-a-ucwa-server', hostOf(start), 'redirects without end');
}

/** Without a ticket both look alike; the real server names them so. */
const kindOf = (url: string): FoundServer['kind'] =>
  /\/applications\/?$/i.test(new URL(url).pathname) ? 'applications' : 'user';

async function get(discovery: Discovery, url: string): Promise<HttpResponse> {
  const headers = { Accept: discovery.codecs.accept };
  try {
    return await discovery.transport.send(
      { method: 'GET', url, headers, timeoutMs, maxBodyBytes },
      discovery.signal,
    );
  } catch (error) {
    throw fromTransportError(error, url);
  }
}

/**
 * Target of an HTTP redirect. Over HTTPS one to a foreign domain is no autodiscover answer. Over
 * plain HTTP anybody may have written it: the user has to agree to a foreign domain.
 */
function redirectTarget(response: HttpResponse, url: string, trust: RedirectTrust): string | null {
  if (response.status < 300 || response.status >= 400) return null;
  const host = hostOf(url);
  const target = secureUrl(header(response, 'location') ?? '', url);
  if (target === null || leavesHttps(target, url)) {
    throw new SignInProblemError('not-a-ucwa-server', host, 'redirect to an insecure address');
  }
  if (secureUrl(url) === null) {
    const isTrusted = trust.trustedHosts.includes(target.hostname);
    if (isTrusted || isWithin(target.hostname, trust.domain)) return target.href;
    throw new SignInProblemError('redirect-needs-consent', target.hostname, null);
  }
  if (isWithin(target.hostname, trust.domain) || isAtHome(target, url)) return target.href;
  throw new SignInProblemError('not-a-ucwa-server', host, 'redirect to another domain');
}

function readDocument(codecs: Codecs, response: HttpResponse, url: string): Resource {
  const host = hostOf(url);
  const isTransient = response.status >= 500 || response.status === 408 || response.status === 429;
  if (isTransient) throw fromErrorResponse(response, codecs, url);
  if (response.status !== 200) {
    throw new SignInProblemError('not-a-ucwa-server', host, `HTTP ${response.status}`);
  }
  try {
    return resourceIn(response, codecs, url);
  } catch {
    throw new SignInProblemError('not-a-ucwa-server', host, 'no root document');
  }
}

/** Over https every target is as good as the server that names it; http only stays on loopback. */
function secured(href: string, from: string): string {
  const url = secureUrl(href);
  if (url !== null && !leavesHttps(url, from)) return url.href;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(from), 'insecure link');
}

const leavesHttps = (target: URL, from: string): boolean =>
  target.protocol === 'http:' && new URL(from).protocol === 'https:';
