import type { HttpResponse } from '../../ports/http-transport.ts';
import { checkInput } from '../catalogue/check-input.ts';
import { operationOf } from '../catalogue/operation.ts';
import type { Codecs } from '../codec/codecs.ts';
import { link } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { type SignInProblem, SignInProblemError } from '../sign-in-problem.ts';
import type { AuthenticatedHttp, UcwaRequest } from '../transport/authenticated-http.ts';
import { fromErrorResponse } from '../transport/errors.ts';
import { resourceIn } from '../transport/resource-in.ts';
import { hostOf } from '../transport/trusted-url.ts';

export interface ApplicationSettings {
  readonly userAgent: string;
  readonly endpointId: string;
  readonly culture: string;
}

const timeoutMs = 30_000;

const goneProblems: Readonly<Record<string, SignInProblem>> = {
  TooManyApplications: 'too-many-applications',
  InactiveApplicationExpired: 'application-expired',
  UserAgentNotAllowed: 'user-agent-not-allowed',
};

/**
 * POST applications. The server gives the same application again while one with the same settings
 * is alive. The hosted service makes a user's application by itself: there it is read.
 * @param href the `applications` link
 * @throws SignInProblemError when only the user can help; UcwaError otherwise
 */
export async function createApplication(
  http: AuthenticatedHttp,
  codecs: Codecs,
  href: string,
  settings: ApplicationSettings,
  signal: AbortSignal,
): Promise<Resource> {
  const { userAgent, endpointId, culture } = settings;
  const properties = { userAgent, endpointId, culture };
  checkInput(operationOf('applications', 'POST'), properties, 'ucwa');
  const encoded = codecs.encode({ type: 'resource', properties });
  const request: UcwaRequest = {
    method: 'POST',
    url: href,
    body: encoded.text,
    contentType: encoded.contentType,
    timeoutMs,
  };
  const response = await sendWithTicketOfHost(http, codecs, request, signal);
  if (response.status === 405) return givenApplication(http, codecs, href, signal);
  if (response.status !== 200 && response.status !== 201) throw refusal(response, codecs, href);
  return withEvents(read(response, codecs, href), href);
}

/** The application that `applications` leads to, where nobody can make one. */
async function givenApplication(
  http: AuthenticatedHttp,
  codecs: Codecs,
  href: string,
  signal: AbortSignal,
): Promise<Resource> {
  const get = async (url: string): Promise<Resource> => {
    const response = await http.send({ method: 'GET', url, timeoutMs }, signal);
    if (response.status !== 200) throw refusal(response, codecs, url);
    return read(response, codecs, url);
  };
  const target = link(await get(href), 'application')?.href;
  const host = hostOf(href);
  if (target === undefined) {
    throw new SignInProblemError('not-a-ucwa-server', host, 'no application link');
  }
  return withEvents(await get(target), target);
}

function withEvents(application: Resource, href: string): Resource {
  if (link(application, 'events') !== null) return application;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(href), 'an application without events');
}

/**
 * A ticket is bound to the host that gave it, and another host may say so with 500 too: then one
 * from that host, and once more. A ticket that this host has just given is not to blame.
 */
async function sendWithTicketOfHost(
  http: AuthenticatedHttp,
  codecs: Codecs,
  request: UcwaRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const response = await http.send(request, signal);
  if (response.status !== 403 && response.status !== 500) return response;
  if (http.hasFreshTicket(request.url)) return response;
  try {
    return await http.sendWithNewTicket(request, response, signal);
  } catch (error) {
    if (error instanceof SignInProblemError) throw error;
    throw fromErrorResponse(response, codecs, request.url);
  }
}

function read(response: HttpResponse, codecs: Codecs, href: string): Resource {
  try {
    return resourceIn(response, codecs, href);
  } catch {
    throw new SignInProblemError('not-a-ucwa-server', hostOf(href), 'no application resource');
  }
}

function refusal(response: HttpResponse, codecs: Codecs, href: string): Error {
  const error = fromErrorResponse(response, codecs, href);
  const host = hostOf(href);
  const subcode = error.reason?.subcode ?? null;
  const gone = response.status === 410 ? goneProblems[subcode ?? ''] : undefined;
  if (gone !== undefined) return new SignInProblemError(gone, host, subcode);
  if (response.status === 401 || response.status === 403) {
    const detail = error.diagnostics ?? error.reason?.message ?? null;
    return new SignInProblemError('forbidden', host, detail);
  }
  const isForeign = error.kind === 'proxy' && error.advice !== 'retry';
  if (!isForeign) return error;
  return new SignInProblemError('not-a-ucwa-server', host, `HTTP ${response.status}`);
}
