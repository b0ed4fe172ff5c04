import type { Challenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome, GrantRequest } from './grant.ts';
import { grantTypes } from './offered-grants.ts';
import type { Account } from './sign-in-method.ts';
import { postForm, readAnswer, ticketServiceUrl } from './ticket-service.ts';

/** User name and password, sent to the ticket service. */
export class PasswordGrant implements Grant {
  readonly name = 'password';
  readonly #context: GrantContext;
  readonly #account: Account;

  constructor(context: GrantContext, account: Account) {
    this.#context = context;
    this.#account = account;
  }

  isOffered(challenge: Challenge): boolean {
    return challenge.grantTypes.includes(grantTypes.password);
  }

  async request(request: GrantRequest): Promise<GrantOutcome> {
    const { userName, password } = this.#account;
    const fields = { grant_type: grantTypes.password, username: userName, password };
    const url = ticketServiceUrl(request);
    const response = await postForm(this.#context, { url, fields }, request.signal);
    return readAnswer(this.#context, request, response, 'wrong-password');
  }
}
