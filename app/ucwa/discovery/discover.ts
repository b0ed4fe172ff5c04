import type { HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import { TransportError } from '../../ports/http-transport.ts';
import type { Logger } from '../../ports/logger.ts';
import { ticketChallenge } from '../auth/challenge.ts';
import type { Codecs } from '../codec/codecs.ts';
import { link } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { SignInProblemError } from '../sign-in-contract.ts';
import { fromErrorResponse, fromTransportError } from '../transport/errors.ts';
import { resourceIn } from '../transport/resource-in.ts';
import { header } from '../transport/response.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { discoveryUrls, domainOf, givenDiscoveryUrl } from './discovery-address.ts';

const timeoutMs = 10_000;
const maxBodyBytes = 256 * 1024;
const maxSteps = 8;

export interface Discovery {
  readonly transport: HttpTransport;
  readonly codecs: Codecs;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Finds the `user` resource of a SIP address: at the URL that was given, else by the domain's two
 * autodiscover names. The server is asked without credentials.
 * @returns its absolute, secure URL
 * @throws SignInProblemError 'invalid-address', 'invalid-discovery-url' or 'not-a-ucwa-server'
 * @throws UcwaError the most telling failure, when no server answers
 */
export async function discoverUser(
  discovery: Discovery,
  address: string,
  discoveryUrl: string | null,
): Promise<string> {
  const domain = domainOf(address);
  if (discoveryUrl !== null) return follow(discovery, givenDiscoveryUrl(discoveryUrl), null);
  const failures: unknown[] = [];
  for (const url of discoveryUrls(domain)) {
    try {
      return await follow(discovery, url, domain);
    } catch (error) {
      if (discovery.signal.aborted) throw error;
      discovery.logger.info('No autodiscover service here', { host: hostOf(url), error });
      failures.push(error);
    }
  }
  throw mostTelling(failures);
}

/** Goes from a root document over redirects to the `user` link. */
async function follow(discovery: Discovery, start: string, domain: string | null): Promise<string> {
  let url = start;
  for (let step = 0; step < maxSteps; step += 1) {
    const response = await get(discovery, url);
    const target = redirectTarget(response, url, domain);
    if (target === null && ticketChallenge(response) !== null) return url;
    const document = target === null ? readDocument(discovery.codecs, response, url) : null;
    const user = document === null ? null : link(document, 'user');
    if (user !== null) return secured(user.href, url);
    if (document !== null && link(document, 'applications') !== null) return url;
    const next = target ?? (document === null ? null : link(document, 'redirect')?.href);
    if (!next) throw new SignInProblemError('not-a-ucwa-server', hostOf(url), 'no user link');
    url = secured(next, url);
  }
  throw new SignInProblemError('not-a-ucwa-server', hostOf(start), 'redirects without end');
}

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

/** Target of an HTTP redirect. One to a foreign domain is no autodiscover answer. */
function redirectTarget(response: HttpResponse, url: string, domain: string | null): string | null {
  if (response.status < 300 || response.status >= 400) return null;
  const target = secureUrl(header(response, 'location') ?? '', url);
  const home = domain ?? new URL(url).hostname.replace(/^[^.]+\.(?=[^.]+\.)/, '');
  const atHome = target?.hostname === home || target?.hostname.endsWith(`.${home}`) === true;
  if (target !== null && atHome) return target.href;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(url), 'redirect to another domain');
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
  const leavesHttps = url?.protocol === 'http:' && new URL(from).protocol === 'https:';
  if (url !== null && !leavesHttps) return url.href;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(from), 'insecure link');
}

/** Of several failures the one that tells the user most about what is wrong. */
function mostTelling(failures: readonly unknown[]): unknown {
  const rank = (error: unknown) => {
    if (error instanceof SignInProblemError) return 3;
    if (!(error instanceof UcwaError)) return 0;
    if (!(error.cause instanceof TransportError)) return 4;
    const { kind } = error.cause;
    if (kind.startsWith('certificate-')) return 5;
    return kind === 'host-not-found' ? 1 : 2;
  };
  return failures.reduce((best, error) => (rank(error) >= rank(best) ? error : best));
}
