import type { HttpRequest, HttpResponse, HttpTransport } from '../../ports/http-transport.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import { fromTransportError } from './errors.ts';
import { isTokenRefused } from './response.ts';
import { requireAddress } from './trusted-url.ts';

export interface UcwaRequest {
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly body?: string;
  readonly contentType?: string;
  /** `If-Match` and the like, besides those of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** A body longer than this is not read to its end. */
export const maxBodyBytes = 8 * 1024 * 1024;

/**
 * Sends requests with UCWA's headers and the ticket of their origin. When the server refuses the
 * token, the request was not executed: it is sent once more with a new one, whatever its method.
 */
export class AuthenticatedHttp {
  readonly #transport: HttpTransport;
  readonly #authenticator: Authenticator;
  readonly #accept: string;

  /** @param accept value of the `Accept` header */
  constructor(transport: HttpTransport, authenticator: Authenticator, accept: string) {
    this.#transport = transport;
    this.#authenticator = authenticator;
    this.#accept = accept;
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

  async #exchange(
    request: UcwaRequest,
    token: string | null,
    signal: AbortSignal | undefined,
  ): Promise<HttpResponse> {
    const { method, url, body, contentType, timeoutMs } = request;
    requireAddress(url);
    const headers = {
      Accept: this.#accept,
      'X-MS-RequiresMinResourceVersion': '2',
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      ...request.headers,
      ...(token !== null && { Authorization: `Bearer ${token}` }),
    };
    const sent = {
      method,
      url,
      headers,
      timeoutMs,
      maxBodyBytes,
      ...(body !== undefined && { body }),
    };
    try {
      return await this.#transport.send(sent, signal);
    } catch (error) {
      throw fromTransportError(error, url);
    }
  }
}
