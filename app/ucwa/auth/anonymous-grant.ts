import type { Challenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome, GrantRequest } from './grant.ts';
import { grantTypes } from './offered-grants.ts';
import type { SignInMethod } from './sign-in-method.ts';
import { postForm, readAnswer, ticketServiceUrl } from './ticket-service.ts';

type AnonymousMethod = Extract<SignInMethod, { readonly grant: 'anonymous' }>;

/** Joins one meeting as a guest, who stays the same guest when the ticket is renewed. */
export class AnonymousGrant implements Grant {
  readonly name = 'anonymous';
  readonly #context: GrantContext;
  readonly #method: AnonymousMethod;

  constructor(context: GrantContext, method: AnonymousMethod) {
    this.#context = context;
    this.#method = method;
  }

  isOffered(challenge: Challenge): boolean {
    return challenge.grantTypes.includes(grantTypes.anonymous);
  }

  async request(request: GrantRequest): Promise<GrantOutcome> {
    const url = ticketServiceUrl(request);
    const { conferenceUri, conferenceId } = this.#method;
    const { previous } = request;
    const fields = {
      grant_type: grantTypes.anonymous,
      password: conferenceId,
      ms_rtc_conferenceuri: conferenceUri,
      ...(previous !== null && { ms_rtc_renew: previous.accessToken }),
    };
    const response = await postForm(this.#context, { url, fields }, request.signal);
    return readAnswer(this.#context, request, response, 'meeting-refused');
  }
}
