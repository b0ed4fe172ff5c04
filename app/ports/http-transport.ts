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
  /** Whether the body is wanted as bytes, too. */
  readonly wantsBytes?: boolean;
  /** Answers a 401 `Negotiate` or `NTLM`. Without it that 401 is the response. */
  readonly integratedLogin?: IntegratedLogin;
}

/** Who the user is to a server that asks by Windows integrated authentication. */
export interface IntegratedLogin {
  /** Only their hosts, and those below them, are told. */
  readonly domains: readonly string[];
  /** `DOMAIN\\user` or user principal name with password; null is whoever uses this computer. */
  readonly account: { readonly userName: string; readonly password: string } | null;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; each value as the server sent it, one entry per header line. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Decoded by `decodeText`: byte order mark, charset, XML declaration or UTF-8. */
  readonly body: string;
  /** The body as it came; only when the request wanted it. */
  readonly bytes?: Uint8Array;
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
 * Sends no cookie but one that is among the request's headers, no `Origin` and no `Referer` header.
 * Verifies TLS.
 * @throws TransportError when there is no complete response, or `signal` was aborted ('aborted').
 */
export interface HttpTransport {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpResponse>;
}
