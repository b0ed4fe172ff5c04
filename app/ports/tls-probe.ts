/** One certificate, as far as people read it. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Host names and addresses that it is made for; none for an authority. */
  readonly names: readonly string[];
  readonly validFromMs: number;
  readonly validToMs: number;
}

/** What a server shows of itself before anything is said to it. */
export interface TlsFacts {
  /** Such as `TLSv1.3`. */
  readonly protocol: string | null;
  /** The server's own certificate first, then those of who signed which. */
  readonly chain: readonly CertificateFacts[];
  /** Why the chain is not trusted, in the words of the TLS library; null when it is. */
  readonly problem: string | null;
}

/** Looks at the TLS of a server, trusted or not. Sends nothing but the handshake. */
export interface TlsProbe {
  /** @throws TransportError when there is no TLS to look at, or `signal` was aborted */
  inspect(host: string, port: number, signal: AbortSignal): Promise<TlsFacts>;
}
