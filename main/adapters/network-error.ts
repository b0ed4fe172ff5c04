import type { TransportErrorKind } from '../../app/ports/http-transport.ts';

/** Chromium's network errors by name (net/base/net_error_list.h), without `net::ERR_`. */
const kinds: Readonly<Record<string, TransportErrorKind>> = {
  NAME_NOT_RESOLVED: 'host-not-found',
  NAME_RESOLUTION_FAILED: 'host-not-found',
  DNS_TIMED_OUT: 'host-not-found',
  DNS_SERVER_FAILED: 'host-not-found',
  CONNECTION_REFUSED: 'connection-failed',
  CONNECTION_FAILED: 'connection-failed',
  ADDRESS_UNREACHABLE: 'connection-failed',
  ADDRESS_INVALID: 'connection-failed',
  UNSAFE_PORT: 'connection-failed',
  PROXY_CONNECTION_FAILED: 'connection-failed',
  TUNNEL_CONNECTION_FAILED: 'connection-failed',
  SSL_PROTOCOL_ERROR: 'connection-failed',
  SSL_VERSION_OR_CIPHER_MISMATCH: 'connection-failed',
  CONNECTION_CLOSED: 'disconnected',
  CONNECTION_RESET: 'disconnected',
  CONNECTION_ABORTED: 'disconnected',
  EMPTY_RESPONSE: 'disconnected',
  CONTENT_LENGTH_MISMATCH: 'disconnected',
  INCOMPLETE_CHUNKED_ENCODING: 'disconnected',
  NETWORK_CHANGED: 'disconnected',
  NETWORK_IO_SUSPENDED: 'disconnected',
  SOCKET_NOT_CONNECTED: 'disconnected',
  HTTP2_PING_FAILED: 'disconnected',
  HTTP2_PROTOCOL_ERROR: 'disconnected',
  TIMED_OUT: 'timeout',
  CONNECTION_TIMED_OUT: 'timeout',
  CERT_AUTHORITY_INVALID: 'certificate-untrusted',
  CERT_INVALID: 'certificate-untrusted',
  CERT_REVOKED: 'certificate-untrusted',
  CERT_WEAK_SIGNATURE_ALGORITHM: 'certificate-untrusted',
  CERT_WEAK_KEY: 'certificate-untrusted',
  CERT_CONTAINS_ERRORS: 'certificate-untrusted',
  CERT_SYMANTEC_LEGACY: 'certificate-untrusted',
  CERTIFICATE_TRANSPARENCY_REQUIRED: 'certificate-untrusted',
  CERT_COMMON_NAME_INVALID: 'certificate-name-mismatch',
  CERT_DATE_INVALID: 'certificate-date',
  CERT_VALIDITY_TOO_LONG: 'certificate-date',
  INTERNET_DISCONNECTED: 'offline',
  ABORTED: 'aborted',
};

/** Reads the kind out of the message of an error of Electron's `net`. */
export function transportErrorKind(message: string): TransportErrorKind {
  const name = /net::ERR_([A-Z0-9_]+)/.exec(message)?.[1];
  return (name === undefined ? undefined : kinds[name]) ?? 'other';
}
