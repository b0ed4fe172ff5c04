export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute http or https URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange must be done in this time, else `TransportError` 'timeout'. */
  readonly timeoutMs: number;
  /** A body longer than this ends the exchange with `TransportError` 'too-large'. */
  readonly maxBodyBytes: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; each value as the server sent it, one entry per header line. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Decoded as UTF-8, a byte order mark removed. */
  readonly body: string;
}

/** Why no HTTP response could be had. */
export type TransportErrorKind =
  | 'host-not-found'
  | 'connection-failed'
  | 'disconnected'
  | 'timeout'
  | 'certificate-untrusted'
  | 'certificate-name-mismatch'
  | 'certificate-date'
  | 'offline'
  | 'too-large'
  | 'aborted'
  | 'other';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;

  constructor(kind: TransportErrorKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

/**
 * One HTTP exchange. Resolves for every status, redirects (3xx) included: they are not followed.
 * Sends no cookie, `Origin` or `Referer` header. Verifies TLS.
 * @throws TransportError when there is no complete response, or `signal` was aborted ('aborted').
 */
export interface HttpTransport {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>;
}
