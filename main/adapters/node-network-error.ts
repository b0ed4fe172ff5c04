import { TransportError, type TransportErrorKind } from '../../app/ports/http-transport.ts';

const kindsByCode: Readonly<Record<string, TransportErrorKind>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  ECONNREFUSED: 'connection-failed',
  EHOSTUNREACH: 'connection-failed',
  ENETUNREACH: 'connection-failed',
  ETIMEDOUT: 'connection-failed',
  ECONNRESET: 'disconnected',
  EPIPE: 'disconnected',
  ABORT_ERR: 'aborted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-untrusted',
  CERT_UNTRUSTED: 'certificate-untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name-mismatch',
  CERT_HAS_EXPIRED: 'certificate-date',
  CERT_NOT_YET_VALID: 'certificate-date',
};

/** What went wrong in Node's terms, in the port's terms. */
export function toTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  if (!(error instanceof Error)) return new TransportError('other', String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new TransportError(kindsByCode[code] ?? 'other', error.message, { cause: error });
}
