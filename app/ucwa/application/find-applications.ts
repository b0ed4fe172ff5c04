import type { HttpResponse } from '../../ports/http-transport.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Codecs } from '../codec/codecs.ts';
import type { FoundServer } from '../discovery/follow.ts';
import { link } from '../hypermedia/links.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import type { AuthenticatedHttp } from '../transport/authenticated-http.ts';
import { fromErrorResponse } from '../transport/errors.ts';
import { resourceIn } from '../transport/resource-in.ts';
import { diagnostics } from '../transport/response.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';

const timeoutMs = 30_000;
const maxSteps = 8;

/**
 * Goes from the `user` resource to the `applications` link, over redirects to the user's home
 * pool. Each host on the way that asks for a ticket gets one of its own.
 * @returns the link's target, absolute and secure
 * @throws SignInProblemError, UcwaError
 */
export async function findApplications(
  http: AuthenticatedHttp,
  authenticator: Authenticator,
  codecs: Codecs,
  server: FoundServer,
  signal: AbortSignal,
): Promise<string> {
  let { url } = server;
  for (let step = 0; step < maxSteps; step += 1) {
    authenticator.trust(url);
    if (server.kind === 'applications') return url;
    const response = await http.send({ method: 'GET', url, timeoutMs }, signal);
    // It takes no GET: what was given for the `user` URL is that of `applications`.
    if (response.status === 405) return url;
    const user = readUser(response, codecs, url);
    const applications = link(user, 'applications')?.href;
    const next = applications ?? link(user, 'redirect')?.href;
    const target = next === undefined ? null : secureUrl(next);
    if (target === null) {
      throw new SignInProblemError('not-a-ucwa-server', hostOf(url), 'no applications link');
    }
    authenticator.trust(target.href);
    if (applications !== undefined) return target.href;
    url = target.href;
  }
  throw new SignInProblemError('not-a-ucwa-server', hostOf(server.url), 'redirects without end');
}

function readUser(response: HttpResponse, codecs: Codecs, url: string) {
  const host = hostOf(url);
  if (response.status === 401 || response.status === 403) {
    throw new SignInProblemError('forbidden', host, diagnostics(response));
  }
  const error = response.status === 200 ? null : fromErrorResponse(response, codecs, url);
  if (error !== null && error.advice === 'retry') throw error;
  if (error !== null) throw new SignInProblemError('not-a-ucwa-server', host, error.message);
  try {
    return resourceIn(response, codecs, url);
  } catch {
    throw new SignInProblemError('not-a-ucwa-server', host, 'no user resource');
  }
}
