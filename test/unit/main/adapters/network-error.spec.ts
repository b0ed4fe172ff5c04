import { expect, it } from 'vitest';
import { transportErrorKind } from '../../../../main/adapters/network-error.ts';

it.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
  ['net::ERR_CONNECTION_REFUSED', 'connection-failed'],
  ['net::ERR_CONNECTION_RESET', 'disconnected'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'disconnected'],
  ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'disconnected'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-name-mismatch'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate-date'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_SOMETHING_NEW', 'other'],
  ['Something else', 'other'],
])('%s is %s', (message, kind) => {
  expect(transportErrorKind(message)).toBe(kind);
});
