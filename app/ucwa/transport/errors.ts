import { type HttpResponse, TransportError } from '../../ports/http-transport.ts';
import type { Codecs } from '../codec/codecs.ts';
import { adviceFor, type UcwaErrorAdvice } from '../error-advice.ts';
import { UcwaError } from '../ucwa-error.ts';
import { diagnostics, header, isTokenRefused, retryAfterMs } from './response.ts';
import { hostOf } from './trusted-url.ts';

/** No response at all. */
export function fromTransportError(error: unknown, url: string): UcwaError {
  const kind = error instanceof TransportError ? error.kind : 'other';
  return new UcwaError('transport', `No response: ${kind}`, {
    advice: transportAdvice(kind),
    host: hostOf(url),
    cause: error,
  });
}

/** Whether there is no response because nobody wanted it any more. */
export function isAborted(error: unknown): boolean {
  return error instanceof TransportError && error.kind === 'aborted';
}

function transportAdvice(kind: TransportError['kind']): UcwaErrorAdvice {
  if (kind.startsWith('certificate-')) return 'tell-the-user';
  return kind === 'too-large' || kind === 'aborted' ? 'give-up' : 'retry';
}

/** A response that says no. An error that is not in UCWA's syntax came from a proxy. */
export function fromErrorResponse(response: HttpResponse, codecs: Codecs, url: string): UcwaError {
  const decoder = codecs.for(header(response, 'content-type') ?? '');
  const reason = decoder?.decodeError(response.body) ?? null;
  const what = reason === null ? '' : ` ${named(reason.code)}/${named(reason.subcode)}`;
  return new UcwaError(reason === null ? 'proxy' : 'ucwa', `HTTP ${response.status}${what}`, {
    advice: isTokenRefused(response)
      ? 're-authenticate'
      : adviceFor(response.status, reason?.code ?? null, reason?.subcode ?? null),
    status: response.status,
    reason,
    diagnostics: diagnostics(response),
    host: hostOf(url),
    retryAfterMs: retryAfterMs(response),
  });
}

/** A code for a message: what a server sends there may be anything. */
const named = (code: string | null): string => (/^\w{1,50}$/.test(code ?? '') ? `${code}` : '-');

/** A success in a syntax that is not UCWA's: a captive portal, a proxy, another kind of server. */
export function fromForeignResponse(response: HttpResponse, url: string): UcwaError {
  return new UcwaError('proxy', `HTTP ${response.status} with a body that is not UCWA's`, {
    advice: 'retry',
    status: response.status,
    host: hostOf(url),
  });
}
