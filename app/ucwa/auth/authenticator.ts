import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { HttpRequest, HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import type { Logger } from '../../ports/logger.ts';
import { type Credentials, SignInProblemError, type WebTicket } from '../sign-in-contract.ts';
import { fromTransportError } from '../transport/errors.ts';
import { diagnostics, isTokenRefused } from '../transport/response.ts';
import { hostOf, secureUrl } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import { offeredSchemes, type TicketChallenge, ticketChallenge } from './challenge.ts';
import { clockSkew, passwordGrantBody, readGrantAnswer } from './password-grant.ts';

const grantTimeoutMs = 30_000;
const maxGrantBytes = 256 * 1024;
/** How long before its end a ticket is renewed: a tenth of its life, at most this. */
const maxRenewAheadMs = 5 * 60_000;
const renewRetryMs = 30_000;
/** Timers with a longer delay fire at once in Node and browsers. */
const maxTimerMs = 2 ** 31 - 1;

/** How getting a new ticket went. */
export type RenewalOutcome =
  | { readonly type: 'ok' }
  /** The service is in trouble: the same may work later. */
  | { readonly type: 'try-later'; readonly error: UcwaError }
  /** Only the user can help. */
  | { readonly type: 'sign-out'; readonly problem: SignInProblemError };

export interface AuthenticatorSetup {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly credentials: Credentials;
  /** A ticket of an earlier run. */
  readonly ticket: WebTicket | null;
  readonly onTicket: (ticket: WebTicket) => void;
}

/** What is known about one origin: tickets are bound to it. */
interface OriginState {
  ticket: WebTicket | null;
  /** Where its tickets come from, once a challenge said so. */
  grantUrl: string | null;
  /** When the server last gave a ticket for it. */
  grantedAtMs: number | null;
  renewal: Promise<RenewalOutcome> | null;
}

/**
 * Holds the web tickets, one for each origin, and gets new ones with the password grant. Only
 * origins that were declared trusted get one. Renewals of an origin are single-flight.
 */
export class Authenticator {
  readonly #setup: AuthenticatorSetup;
  readonly #origins = new Map<string, OriginState>();
  readonly #stopping = new AbortController();
  #cancelTimer: CancelTimer = () => undefined;

  constructor(setup: AuthenticatorSetup) {
    this.#setup = setup;
    const { ticket } = setup;
    if (ticket !== null) this.trust(ticket.origin);
    if (ticket !== null) this.#state(ticket.origin).ticket = ticket;
  }

  /** Lets the credentials be used for this URL's origin, if it is secure. */
  trust(href: string): void {
    const origin = secureUrl(href)?.origin;
    if (origin === undefined || this.#origins.has(origin)) return;
    this.#origins.set(origin, { ticket: null, grantUrl: null, grantedAtMs: null, renewal: null });
  }

  isTrusted(href: string): boolean {
    const url = secureUrl(href);
    return url !== null && this.#origins.has(url.origin);
  }

  /** The access token to send there; null when there is none that lives. */
  accessToken(href: string): string | null {
    const url = secureUrl(href);
    const ticket = url === null ? null : this.#origins.get(url.origin)?.ticket;
    if (!ticket || ticket.expiresAtMs <= this.#setup.clock.nowMs()) return null;
    return ticket.accessToken;
  }

  /**
   * Gets a new ticket for the origin of `href`, unless somebody else just did.
   * @param refused the response that refused the request; null when it carried no challenge
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
    return clockSkew(refused, hostOf(href), this.#setup.clock.nowMs());
  }

  /** Renews the ticket of this URL's origin before its end, from now until `stop`. */
  keepFresh(href: string, onRejected: (problem: SignInProblemError) => void): void {
    this.#cancelTimer();
    const { ticket, grantedAtMs } = this.#state(href);
    if (ticket === null || this.#stopping.signal.aborted) return;
    const nowMs = this.#setup.clock.nowMs();
    const lifetimeMs = ticket.expiresAtMs - (grantedAtMs ?? nowMs);
    const aheadMs = Math.min(maxRenewAheadMs, lifetimeMs / 10);
    const delayMs = Math.max(0, ticket.expiresAtMs - aheadMs - nowMs);
    this.#renewAfter(Math.min(delayMs, maxTimerMs), href, onRejected);
  }

  /** Ends every renewal and timer. Twice is harmless. */
  stop(): void {
    this.#cancelTimer();
    this.#stopping.abort();
  }

  #renewAfter(
    delayMs: number,
    href: string,
    onRejected: (problem: SignInProblemError) => void,
  ): void {
    this.#cancelTimer = this.#setup.clock.after(delayMs, () => {
      void this.renew(href, null, this.accessToken(href)).then((outcome) => {
        if (this.#stopping.signal.aborted) return;
        if (outcome.type === 'ok') this.keepFresh(href, onRejected);
        else if (outcome.type === 'sign-out') onRejected(outcome.problem);
        else this.#renewAfter(renewRetryMs, href, onRejected);
      });
    });
  }

  async #renewal(
    href: string,
    origin: OriginState,
    refused: HttpResponse | null,
  ): Promise<RenewalOutcome> {
    try {
      const grantUrl = await this.#grantUrl(href, origin, refused);
      const response = await this.#grant(grantUrl);
      const nowMs = this.#setup.clock.nowMs();
      const ticket = readGrantAnswer(response, new URL(href).origin, hostOf(grantUrl), nowMs);
      origin.ticket = ticket;
      origin.grantedAtMs = nowMs;
      this.#setup.logger.info('Got a web ticket', {
        host: hostOf(grantUrl),
        lifetimeMs: ticket.expiresAtMs - nowMs,
      });
      this.#setup.onTicket(ticket);
      return { type: 'ok' };
    } catch (error) {
      this.#setup.logger.warn('No web ticket', { host: hostOf(href), error });
      if (error instanceof SignInProblemError) {
        // It gave a ticket before: something else answers for it now, and the password is as good.
        const isForeign = error.problem === 'not-a-ucwa-server' && origin.ticket !== null;
        if (!isForeign) return { type: 'sign-out', problem: error };
        const message = 'The web ticket service answered something else';
        const details = { advice: 'retry', host: hostOf(href), diagnostics: error.detail } as const;
        return { type: 'try-later', error: new UcwaError('proxy', message, details) };
      }
      const known = error instanceof UcwaError ? error : fromTransportError(error, href);
      return { type: 'try-later', error: known };
    }
  }

  /** Where the ticket comes from: as the challenge says, as known, or as asking anew tells. */
  async #grantUrl(
    href: string,
    origin: OriginState,
    refused: HttpResponse | null,
  ): Promise<string> {
    const given = refused === null ? null : ticketChallenge(refused);
    if (given === null && origin.grantUrl !== null) return origin.grantUrl;
    const asked = given === null ? await this.#ask(href) : null;
    const challenge = given ?? asked?.challenge ?? null;
    const host = hostOf(href);
    if (challenge === null) {
      const schemes = offeredSchemes(asked?.response ?? refused ?? noResponse).join(', ');
      throw new SignInProblemError('no-password-grant', host, schemes || null);
    }
    const grants = challenge.grantTypes;
    if (!grants.includes('password')) {
      throw new SignInProblemError('no-password-grant', host, grants.join(', '));
    }
    const url = secureUrl(challenge.href, href);
    if (url === null)
      throw new SignInProblemError('not-a-ucwa-server', host, 'insecure ticket URL');
    origin.grantUrl = url.href;
    return url.href;
  }

  /** Asks without a token, for the challenge. */
  async #ask(
    href: string,
  ): Promise<{ readonly challenge: TicketChallenge | null; readonly response: HttpResponse }> {
    const response = await this.#send({ method: 'GET', url: href, headers: {} });
    const challenge = ticketChallenge(response);
    if (challenge === null && !isTokenRefused(response)) {
      throw new UcwaError('proxy', `No challenge with HTTP ${response.status}`, {
        advice: 'retry',
        status: response.status,
        host: hostOf(href),
        diagnostics: diagnostics(response),
      });
    }
    return { challenge, response };
  }

  #grant(url: string): Promise<HttpResponse> {
    return this.#send({
      method: 'POST',
      url,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: passwordGrantBody(this.#setup.credentials),
    });
  }

  #send(request: Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>): Promise<HttpResponse> {
    const headers = { Accept: 'application/json', ...request.headers };
    return this.#setup.transport
      .send(
        { ...request, headers, timeoutMs: grantTimeoutMs, maxBodyBytes: maxGrantBytes },
        this.#stopping.signal,
      )
      .catch((error: unknown) => {
        throw fromTransportError(error, request.url);
      });
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

const noResponse: HttpResponse = { status: 0, headers: {}, body: '' };
