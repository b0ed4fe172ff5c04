import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { TransportError } from '../../app/ports/http-transport.ts';
import type { CertificateFacts, TlsFacts, TlsProbe } from '../../app/ports/tls-probe.ts';
import { toTransportError } from './node-network-error.ts';
import type { TrustOptions } from './trust-options.ts';

/** A server that shows more is playing games. */
const longestChain = 10;
const handshakeTimeoutMs = 10_000;

/** TLS handshakes of Node. Whether a chain is trusted is the word of the authorities given to it. */
export class NodeTlsProbe implements TlsProbe {
  readonly #options: TrustOptions;

  constructor(options: TrustOptions = {}) {
    this.#options = options;
  }

  inspect(host: string, port: number, signal: AbortSignal): Promise<TlsFacts> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new TransportError('aborted', 'Aborted before connecting'));
      const { ca, routes } = this.#options;
      const socket = connect({
        ...(routes?.[host] ?? { host, port }),
        ...(isIP(host) === 0 && { servername: host }),
        ...(ca !== undefined && { ca: [...ca] }),
        // What is not trusted is what this is for; nothing is ever sent.
        rejectUnauthorized: false,
      });
      const finish = (settle: () => void): void => {
        signal.removeEventListener('abort', onAbort);
        socket.destroy();
        settle();
      };
      const fail = (error: TransportError): void => finish(() => reject(error));
      const onAbort = (): void => fail(new TransportError('aborted', 'Aborted by the caller'));
      signal.addEventListener('abort', onAbort, { once: true });
      socket.setTimeout(handshakeTimeoutMs, () =>
        fail(new TransportError('timeout', `No handshake within ${handshakeTimeoutMs} ms`)),
      );
      socket.once('secureConnect', () => {
        const facts = factsOf(socket);
        finish(() => resolve(facts));
      });
      socket.once('error', (error) => fail(toTransportError(error)));
    });
  }
}

function factsOf(socket: TLSSocket): TlsFacts {
  const chain: CertificateFacts[] = [];
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  const seen = new Set<string>();
  while (certificate?.fingerprint256 !== undefined && chain.length < longestChain) {
    // A root is its own issuer.
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push(certificateFacts(certificate));
    certificate = certificate.issuerCertificate;
  }
  const { authorizationError } = socket;
  const problem: unknown = authorizationError ?? null;
  return {
    protocol: socket.getProtocol(),
    chain,
    problem: problem === null ? null : String(problem),
  };
}

function certificateFacts(certificate: DetailedPeerCertificate): CertificateFacts {
  const names = (certificate.subjectaltname ?? '')
    .split(', ')
    .flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names,
    validFromMs: Date.parse(certificate.valid_from),
    validToMs: Date.parse(certificate.valid_to),
  };
}

/** The name that people know it by. */
function nameOf(name: DetailedPeerCertificate['subject']): string {
  const given: unknown = name.CN || name.O || name.OU || '';
  return Array.isArray(given) ? given.join(', ') : String(given);
}
