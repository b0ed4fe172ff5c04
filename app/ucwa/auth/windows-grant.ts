import type { Challenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome, GrantRequest } from './grant.ts';
import { grantTypes } from './offered-grants.ts';
import type { Account } from './sign-in-method.ts';
import { postForm, readAnswer, ticketServiceUrl } from './ticket-service.ts';

/** Windows integrated authentication: the transport proves who the user is while the form is sent. */
export class WindowsGrant implements Grant {
  readonly name = 'windows';
  readonly #context: GrantContext;
  readonly #account: Account | null;

  constructor(context: GrantContext, account: Account | null) {
    this.#context = context;
    this.#account = account;
  }

  isOffered(challenge: Challenge): boolean {
    return challenge.grantTypes.includes(grantTypes.windows);
  }

  async request(request: GrantRequest): Promise<GrantOutcome> {
    const url = ticketServiceUrl(request);
    const integratedLogin = { domains: this.#context.domains, account: this.#account };
    const fields = { grant_type: grantTypes.windows };
    const response = await postForm(
      this.#context,
      { url, fields, integratedLogin },
      request.signal,
    );
    const whenRefused = this.#account === null ? 'windows-account-refused' : 'wrong-password';
    const outcome = readAnswer(this.#context, request, response, whenRefused);
    if (outcome.type !== 'refused' || response.status !== 401) return outcome;
    // The handshake failed, which the web server says, not the ticket service behind it.
    const schemes = response.headers['www-authenticate'] ?? [];
    const asks = schemes.some((line) => /\b(?:Negotiate|NTLM)\b/i.test(line));
    return { ...outcome, byService: outcome.byService || asks };
  }
}
