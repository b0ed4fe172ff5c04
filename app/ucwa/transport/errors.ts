import { type HttpResponse, TransportError } from '../../ports/http-transport.ts';
import type { Codec } from '../codec/codec.ts';
import type { UcwaReason } from '../events/ucwa-event.ts';
import { UcwaError, type UcwaErrorAdvice } from '../ucwa-error.ts';
import { diagnostics, header, isTokenRefused } from './response.ts';
import { hostOf } from './trusted-url.ts';

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** No response at all. */
export function fromTransportError(error: unknown, url: string): UcwaError {
  const kind = error instanceof TransportError ? error.kind : 'other';
  return new UcwaError('transport', `No response: ${kind}`, {
    advice: transportAdvice(kind),
    host: hostOf(url),
    cause: error,
  });
}

function transportAdvice(kind: TransportError['kind']): UcwaErrorAdvice {
  if (kind.startsWith('certificate-')) return 'tell-the-user';
  return kind === 'too-large' || kind === 'aborted' ? 'give-up' : 'retry';
}

/** A response that says no. An error that this codec does not read came from a proxy. */
export function fromErrorResponse(response: HttpResponse, codec: Codec, url: string): UcwaError {
  const isUcwa = codec.reads(header(response, 'content-type') ?? '');
  const reason = isUcwa ? codec.decodeError(response.body) : null;
  const what = reason === null ? '' : ` ${reason.code}/${reason.subcode ?? '-'}`;
  return new UcwaError(reason === null ? 'proxy' : 'ucwa', `HTTP ${response.status}${what}`, {
    advice: statusAdvice(response, reason),
    status: response.status,
    reason,
    diagnostics: diagnostics(response),
    host: hostOf(url),
  });
}

function statusAdvice(response: HttpResponse, reason: UcwaReason | null): UcwaErrorAdvice {
  const { status } = response;
  if (isTokenRefused(response)) return 're-authenticate';
  if (status === 404 && reason?.subcode === 'ApplicationNotFound') return 'recreate-application';
  if (transientStatuses.has(status)) return 'retry';
  return status === 403 || status === 410 ? 'tell-the-user' : 'give-up';
}

/** A success that this codec cannot read: a captive portal, a proxy, another kind of server. */
export function fromForeignResponse(response: HttpResponse, url: string): UcwaError {
  return new UcwaError('proxy', `HTTP ${response.status} with a body that is not UCWA's`, {
    advice: 'retry',
    status: response.status,
    host: hostOf(url),
  });
}
