import type { HttpResponse } from '../../ports/http-transport.ts';
import type { PassiveSignInResult } from '../../ports/passive-sign-in-window.ts';
import { type SignInProblem, SignInProblemError } from '../sign-in-problem.ts';
import { fromTransportError } from '../transport/errors.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import type { Challenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome, GrantRequest } from './grant.ts';
import { grantTypes } from './offered-grants.ts';
import { jsonObject } from './ticket-answer.ts';
import { postForm, readAnswer, ticketServiceUrl } from './ticket-service.ts';

const cookieName = 'RPSAuth';

/**
 * The company's own sign-in page (AD FS and the like). The ticket service names the page, the page
 * leaves a cookie, and the cookie is good for a ticket.
 */
export class PassiveGrant implements Grant {
  readonly name = 'passive';
  readonly #context: GrantContext;
  #cookie: string | null;

  /** @param cookie of an earlier sign-in */
  constructor(context: GrantContext, cookie: string | null) {
    this.#context = context;
    this.#cookie = cookie;
  }

  isOffered(challenge: Challenge): boolean {
    return challenge.grantTypes.includes(grantTypes.passive);
  }

  async request(request: GrantRequest): Promise<GrantOutcome> {
    const first = await this.#post(request);
    const page = signInPage(first, request);
    if (page === null) return readAnswer(this.#context, request, first, 'forbidden');
    const result = await this.#show(page, request);
    if (result.type === 'failed') throw fromTransportError(result.error, page);
    if (result.type !== 'cookie') {
      const problem = problems[result.type];
      const error = new SignInProblemError(problem, hostOf(page), null);
      return { type: 'refused', problem: error, byService: true };
    }
    this.#cookie = result.value;
    this.#context.onKept({ method: { grant: 'passive', cookie: result.value } });
    return readAnswer(this.#context, request, await this.#post(request), 'forbidden');
  }

  #post(request: GrantRequest): Promise<HttpResponse> {
    const url = ticketServiceUrl(request);
    const cookie = this.#cookie === null ? {} : { cookie: `${cookieName}=${this.#cookie}` };
    const fields = { grant_type: grantTypes.passive };
    return postForm(this.#context, { url, fields, ...cookie }, request.signal);
  }

  async #show(url: string, request: GrantRequest): Promise<PassiveSignInResult> {
    const { surfaces, onWaiting } = this.#context;
    const { interactive, signal } = request;
    if (interactive) onWaiting('window');
    try {
      return await surfaces.passiveWindow.authenticate({ url, cookieName, interactive, signal });
    } finally {
      if (interactive) onWaiting(null);
    }
  }
}

const problems = {
  closed: 'sign-in-window-closed',
  'needs-user': 'sign-in-needed',
} as const satisfies Record<string, SignInProblem>;

/**
 * Where the ticket service sends a user who has no cookie yet, or one that is too old.
 * @throws SignInProblemError when that is not secure
 */
function signInPage(response: HttpResponse, request: GrantRequest): string | null {
  const address = jsonObject(response.body)?.ms_rtc_passiveauthuri;
  if (response.status === 200 || typeof address !== 'string') return null;
  const url = secureUrl(address);
  if (url !== null) return url.href;
  throw new SignInProblemError('not-a-ucwa-server', hostOf(request.href), 'insecure sign-in page');
}
