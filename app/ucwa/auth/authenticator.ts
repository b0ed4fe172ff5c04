import type { HttpResponse } from '../../ports/http-transport.ts';
import type { WebTicket } from '../sign-in-contract.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import { fromTransportError } from '../transport/errors.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { askChallenge } from './ask-challenge.ts';
import { type Challenge, readChallenge } from './challenge.ts';
import type { Grant, GrantContext, GrantOutcome } from './grant.ts';
import { offeredGrants } from './offered-grants.ts';
import { RenewalTimer } from './renewal-timer.ts';
import { clockSkew } from './ticket-answer.ts';

/** How getting a new ticket went. */
export type RenewalOutcome =
  | { readonly type: 'ok' }
  /** The service is in trouble: the same may work later. */
  | { readonly type: 'try-later'; readonly error: UcwaError }
  /** Only the user can help. */
  | { readonly type: 'sign-out'; readonly problem: SignInProblemError };

export interface AuthenticatorSetup {
  readonly context: Pick<GrantContext, 'transport' | 'clock' | 'logger' | 'onKept'>;
  readonly grant: Grant;
  /** Whether the user may be shown something, until `keepFresh` begins. */
  readonly interactive: boolean;
  /** A ticket of an earlier run. */
  readonly ticket: WebTicket | null;
}

/** What is known about one origin: tickets are bound to it. */
interface OriginState {
  ticket: WebTicket | null;
  /** Where its tickets come from, once it said so. */
  challenge: Challenge | null;
  /** When the server last gave a ticket for it in this run. */
  grantedAtMs: number | null;
  renewal: Promise<RenewalOutcome> | null;
}

/**
 * Holds the tickets, one for each origin, and gets new ones with the grant. Only origins that were
 * declared trusted get one. Renewals of an origin are single-flight.
 */
export class Authenticator {
  readonly #setup: AuthenticatorSetup;
  readonly #origins = new Map<string, OriginState>();
  readonly #stopping = new AbortController();
  readonly #timer: RenewalTimer;
  #interactive: boolean;

  constructor(setup: AuthenticatorSetup) {
    this.#setup = setup;
    this.#interactive = setup.interactive;
    this.#timer = new RenewalTimer(setup.context.clock);
    const { ticket } = setup;
    if (ticket !== null) this.trust(ticket.origin);
    if (ticket !== null) this.#state(ticket.origin).ticket = ticket;
  }

  /** Lets the user's proof be used for this URL's origin, if it is secure. */
  trust(href: string): void {
    const origin = secureUrl(href)?.origin;
    if (origin === undefined || this.#origins.has(origin)) return;
    this.#origins.set(origin, { ticket: null, challenge: null, grantedAtMs: null, renewal: null });
  }

  isTrusted(href: string): boolean {
    const url = secureUrl(href);
    return url !== null && this.#origins.has(url.origin);
  }

  /** The access token to send there; null when there is none that lives. */
  accessToken(href: string): string | null {
    const url = secureUrl(href);
    const ticket = url === null ? null : this.#origins.get(url.origin)?.ticket;
    if (!ticket || ticket.expiresAtMs <= this.#nowMs()) return null;
    return ticket.accessToken;
  }

  /** Whether the ticket for this URL was given in this run: another one would be no better. */
  isFresh(href: string): boolean {
    return this.accessToken(href) !== null && this.#state(href).grantedAtMs !== null;
  }

  /**
   * Gets a new ticket for the origin of `href`, unless somebody else just did.
   * @param refused the response that refused the request, for its challenge
   * @param refusedToken the token that the request was sent with
   */
  renew(
    href: string,
    refused: HttpResponse | null,
    refusedToken: string | null,
  ): Promise<RenewalOutcome> {
    const origin = this.#state(href);
    if (origin.renewal !== null) return origin.renewal;
    if (origin.ticket !== null && origin.ticket.accessToken !== refusedToken) {
      if (this.accessToken(href) !== null) return Promise.resolve({ type: 'ok' });
    }
    const renewal = this.#renewal(href, origin, refused).finally(() => {
      origin.renewal = null;
    });
    origin.renewal = renewal;
    return renewal;
  }

  /** The problem when the server refuses a ticket that it gave moments ago and its clock is off. */
  skewBehind(refused: HttpResponse, href: string): SignInProblemError | null {
    return clockSkew(refused, hostOf(href), this.#nowMs());
  }

  /**
   * Renews the ticket of this URL's origin before its end, from now until `stop`. From now on
   * nothing is shown to the user, who has something else to do.
   */
  keepFresh(href: string, onRejected: (problem: SignInProblemError) => void): void {
    this.#interactive = false;
    if (this.#stopping.signal.aborted) return;
    const { ticket, grantedAtMs } = this.#state(href);
    if (ticket === null) return;
    this.#timer.plan(
      ticket.expiresAtMs,
      grantedAtMs,
      () => void this.#renewAhead(href, onRejected),
    );
  }

  /** Ends every renewal and timer. Twice is harmless. */
  stop(): void {
    this.#timer.cancel();
    this.#stopping.abort();
  }

  async #renewAhead(
    href: string,
    onRejected: (problem: SignInProblemError) => void,
  ): Promise<void> {
    const outcome = await this.renew(href, null, this.accessToken(href));
    if (this.#stopping.signal.aborted) return;
    if (outcome.type === 'ok') this.keepFresh(href, onRejected);
    else if (outcome.type === 'sign-out') onRejected(outcome.problem);
    else this.#timer.retry(() => void this.#renewAhead(href, onRejected));
  }

  async #renewal(
    href: string,
    origin: OriginState,
    refused: HttpResponse | null,
  ): Promise<RenewalOutcome> {
    const outcome = await this.#run(href, origin, refused).catch((error: unknown) =>
      thrownOutcome(error, href),
    );
    const { logger, onKept } = this.#setup.context;
    if (outcome.type === 'ticket') {
      const nowMs = this.#nowMs();
      origin.ticket = outcome.ticket;
      origin.grantedAtMs = nowMs;
      const lifetimeMs = outcome.ticket.expiresAtMs - nowMs;
      logger.info('Got a web ticket', { host: hostOf(href), lifetimeMs });
      onKept({ ticket: outcome.ticket });
      return { type: 'ok' };
    }
    const error = outcome.type === 'refused' ? outcome.problem : outcome.error;
    logger.warn('No web ticket', { host: hostOf(href), error });
    if (outcome.type === 'try-later') return outcome;
    // It gave a ticket before: something else answers for it now, and the proof is as good as ever.
    const isForeign = !outcome.byService && origin.ticket !== null;
    if (!isForeign) return { type: 'sign-out', problem: outcome.problem };
    return { type: 'try-later', error: foreignAnswer(outcome.problem, href) };
  }

  async #run(
    href: string,
    origin: OriginState,
    refused: HttpResponse | null,
  ): Promise<GrantOutcome> {
    const { grant } = this.#setup;
    const known = (refused === null ? null : readChallenge(refused)) ?? origin.challenge;
    const challenge = known ?? (await this.#ask(href));
    if ('type' in challenge) return challenge;
    origin.challenge = challenge;
    const offered = offeredGrants(challenge);
    if (!grant.isOffered(challenge)) {
      const detail = challenge.grantTypes.join(', ') || null;
      const problem = new SignInProblemError('method-not-offered', hostOf(href), detail, offered);
      return { type: 'refused', problem, byService: true };
    }
    return grant.request({
      ...{ challenge, href, previous: origin.ticket, interactive: this.#interactive },
      signal: this.#stopping.signal,
    });
  }

  /** Asks without a token, for the challenge. */
  async #ask(href: string): Promise<Challenge | GrantOutcome> {
    const outcome = await askChallenge(this.#setup.context, href, this.#stopping.signal);
    if (outcome.type === 'challenge') return outcome.challenge;
    if (outcome.type === 'failed') return { type: 'try-later', error: outcome.error };
    const schemes = outcome.schemes.join(', ') || null;
    const problem = new SignInProblemError('method-not-offered', hostOf(href), schemes);
    return { type: 'refused', problem, byService: false };
  }

  #nowMs(): number {
    return this.#setup.context.clock.nowMs();
  }

  #state(href: string): OriginState {
    const state = this.#origins.get(secureUrl(href)?.origin ?? '');
    if (state !== undefined) return state;
    throw new UcwaError('transport', 'Credentials are not for this host', {
      advice: 'give-up',
      host: hostOf(href),
    });
  }
}

function thrownOutcome(error: unknown, href: string): GrantOutcome {
  if (error instanceof SignInProblemError) {
    return { type: 'refused', problem: error, byService: true };
  }
  const known = error instanceof UcwaError ? error : fromTransportError(error, href);
  return { type: 'try-later', error: known };
}

function foreignAnswer({ detail }: SignInProblemError, href: string): UcwaError {
  return new UcwaError('proxy', 'The web ticket service answered something else', {
    ...{ advice: 'retry', host: hostOf(href), diagnostics: detail },
  });
}
