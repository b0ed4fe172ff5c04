import { SignInProblemError } from '../sign-in-problem.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import { authorize } from './authorization-code.ts';
import type { Challenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome, GrantRequest } from './grant.ts';
import type { RefreshToken } from './sign-in-method.ts';
import { jsonObject, readTicketAnswer } from './ticket-answer.ts';
import { postForm } from './ticket-service.ts';

type TokenFields = Readonly<Record<string, string>>;

/**
 * The hosted service: an OAuth authorization server outside, asked by authorization code with PKCE
 * in the user's browser (RFC 8252). Each host has a token of its own; after the first, the refresh
 * token gets them without asking the user.
 */
export class HostedGrant implements Grant {
  readonly name = 'hosted';
  readonly #context: GrantContext;
  readonly #clientId: string;
  #refreshToken: RefreshToken | null;

  constructor(context: GrantContext, clientId: string, refreshToken: RefreshToken | null) {
    this.#context = context;
    this.#clientId = clientId;
    this.#refreshToken = refreshToken;
  }

  isOffered(challenge: Challenge): boolean {
    return challenge.authorizationUri !== null;
  }

  async request(request: GrantRequest): Promise<GrantOutcome> {
    const authorizationUri = secureUrl(request.challenge.authorizationUri ?? '');
    const host = hostOf(request.href);
    if (authorizationUri === null) {
      throw new SignInProblemError('not-a-ucwa-server', host, 'insecure authorization server');
    }
    if (this.#clientId === '') throw new SignInProblemError('client-id-missing', host, null);
    const { href } = authorizationUri;
    const refreshed = await this.#refresh(href, request);
    if (refreshed !== null) return refreshed;
    if (!request.interactive) {
      const problem = new SignInProblemError('sign-in-needed', authorizationUri.host, null);
      return { type: 'refused', problem, byService: true };
    }
    return this.#token(href, request, await this.#askUser(href, request));
  }

  /** With the refresh token, if it is this server's; null when the user has to be asked. */
  async #refresh(authorizationUri: string, request: GrantRequest): Promise<GrantOutcome | null> {
    const refreshToken = this.#refreshToken;
    if (refreshToken?.authorizationUri !== authorizationUri) return null;
    const fields = { grant_type: 'refresh_token', refresh_token: refreshToken.value };
    const outcome = await this.#token(authorizationUri, request, fields);
    return outcome.type === 'refused' && outcome.byService ? null : outcome;
  }

  async #askUser(authorizationUri: string, request: GrantRequest): Promise<TokenFields> {
    const { onWaiting, address } = this.#context;
    onWaiting('browser');
    try {
      const wish = { authorizationUri, clientId: this.#clientId, loginHint: address };
      const resource = resourceOf(request);
      const code = await authorize(this.#context, { ...wish, resource }, request.signal);
      return { grant_type: 'authorization_code', ...code };
    } finally {
      onWaiting(null);
    }
  }

  async #token(
    authorizationUri: string,
    request: GrantRequest,
    proof: TokenFields,
  ): Promise<GrantOutcome> {
    const url = tokenEndpoint(authorizationUri);
    const resource = resourceOf(request);
    const fields = { ...proof, client_id: this.#clientId, resource };
    const response = await postForm(this.#context, { url, fields }, request.signal);
    const outcome = readTicketAnswer(response, {
      ...{ url, origin: resource, nowMs: this.#context.clock.nowMs() },
      whenRefused: 'browser-sign-in-refused',
    });
    const given = jsonObject(response.body)?.refresh_token;
    if (outcome.type === 'ticket' && typeof given === 'string') {
      this.#keep({ value: given, authorizationUri });
    }
    return outcome;
  }

  #keep(refreshToken: RefreshToken): void {
    this.#refreshToken = refreshToken;
    this.#context.onKept({
      method: { grant: 'hosted', clientId: this.#clientId, refreshToken },
    });
  }
}

/** The service that a token is for: the host that is asked. */
const resourceOf = ({ href }: GrantRequest): string => new URL(href).origin;

/** The token endpoint stands beside the authorization endpoint; the challenge names only the latter. */
function tokenEndpoint(authorizationUri: string): string {
  const url = new URL(authorizationUri);
  url.pathname = url.pathname.replace(/[^/]*\/?$/, 'token');
  url.search = '';
  return url.href;
}
