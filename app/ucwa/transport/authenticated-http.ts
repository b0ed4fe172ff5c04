import type { HttpRequest, HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import { isTransientStatus } from '../error-advice.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { fromTransportError, isAborted } from './errors.ts';
import { isTokenRefused } from './response.ts';
import type { TransportLimits } from './transport-limits.ts';
import { originOf, requireAddress } from './trusted-url.ts';

export interface UcwaRequest {
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly body?: string;
  readonly contentType?: string;
  /** `If-Match` and the like, besides those of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Whether the body is wanted as bytes, too. */
  readonly wantsBytes?: boolean;
  /** Less than the limit for everybody. */
  readonly maxBodyBytes?: number;
}

export interface AuthenticatedHttpSetup {
  readonly transport: HttpTransport;
  readonly authenticator: Authenticator;
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Is told what became of every request. */
  readonly circuit: CircuitBreaker;
  readonly limits: TransportLimits;
}

/** The revision of resources that is asked for; links tell which of them have it. */
const revision = { 'X-MS-RequiresMinResourceVersion': '2' };

/**
 * Sends requests with UCWA's headers and the ticket of their origin. When the server refuses the
 * token, the request was not executed: it is sent once more with a new one, whatever its method.
 */
export class AuthenticatedHttp {
  readonly #setup: AuthenticatedHttpSetup;
  readonly #authenticator: Authenticator;
  /** Origins that do not know the revision and say so. */
  readonly #oldOrigins = new Set<string>();

  constructor(setup: AuthenticatedHttpSetup) {
    this.#setup = setup;
    this.#authenticator = setup.authenticator;
  }

  get circuit(): CircuitBreaker {
    return this.#setup.circuit;
  }

  get limits(): TransportLimits {
    return this.#setup.limits;
  }

  /** What every request to this URL says, whoever sends it. */
  usualHeaders(url: string): Readonly<Record<string, string>> {
    const isOld = this.#oldOrigins.has(originOf(url));
    return { Accept: this.#setup.accept, ...(isOld ? {} : revision) };
  }

  /**
   * Resolves for every status.
   * @throws UcwaError 'transport' without a response, or the error that keeps a ticket from coming
   * @throws SignInProblemError when the credentials are not good any more
   */
  async send(request: UcwaRequest, signal?: AbortSignal): Promise<HttpResponse> {
    const token = this.#authenticator.accessToken(request.url);
    const response = await this.#exchange(request, token, signal);
    if (!isTokenRefused(response) || !this.#authenticator.isTrusted(request.url)) return response;
    return this.#again(request, response, token, signal);
  }

  /** Whether the ticket for this URL was given in this run, by its own host. */
  hasFreshTicket(url: string): boolean {
    return this.#authenticator.isFresh(url);
  }

  /** Gets a ticket from the origin of the request and sends it once more. */
  async sendWithNewTicket(
    request: UcwaRequest,
    refused: HttpResponse,
    signal?: AbortSignal,
  ): Promise<HttpResponse> {
    const token = this.#authenticator.accessToken(request.url);
    return this.#again(request, refused, token, signal);
  }

  async #again(
    request: UcwaRequest,
    refused: HttpResponse,
    refusedToken: string | null,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const outcome = await this.#authenticator.renew(request.url, refused, refusedToken);
    if (outcome.type === 'try-later') throw outcome.error;
    if (outcome.type === 'sign-out') throw outcome.problem;
    const newToken = this.#authenticator.accessToken(request.url);
    const response = await this.#exchange(request, newToken, signal);
    if (!isTokenRefused(response)) return response;
    const skew = this.#authenticator.skewBehind(response, request.url);
    if (skew !== null) throw skew;
    return response;
  }

  /** Without the revision, if the server knows none such: it executed nothing. */
  async #exchange(
    request: UcwaRequest,
    token: string | null,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const response = await this.#exchangeOnce(request, token, signal);
    const origin = originOf(request.url);
    const isOld = response.status === 404 && /"?APIVersionNotSupported\b/.test(response.body);
    if (!isOld || this.#oldOrigins.has(origin)) return response;
    this.#oldOrigins.add(origin);
    return this.#exchangeOnce(request, token, signal);
  }

  async #exchangeOnce(
    request: UcwaRequest,
    token: string | null,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const { method, url, body, contentType, timeoutMs, wantsBytes } = request;
    requireAddress(url);
    const { transport, circuit, limits } = this.#setup;
    const headers = {
      ...this.usualHeaders(url),
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      ...request.headers,
      ...(token !== null && { Authorization: `Bearer ${token}` }),
    };
    const sent = {
      ...{ method, url, headers, timeoutMs },
      maxBodyBytes: request.maxBodyBytes ?? limits.maxBodyBytes,
      ...(body !== undefined && { body }),
      ...(wantsBytes !== undefined && { wantsBytes }),
    };
    try {
      const response = await transport.send(sent, signal);
      // 500 and 429 come from a server that is there.
      const isDown = isTransientStatus(response.status) && response.status > 500;
      if (isDown) circuit.failed(originOf(url));
      else circuit.answered(originOf(url));
      return response;
    } catch (error) {
      if (!isAborted(error)) circuit.failed(originOf(url));
      throw fromTransportError(error, url);
    }
  }
}
