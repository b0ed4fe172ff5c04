import { type HttpResponse, TransportError } from '../../ports/http-transport.ts';
import type { EventsDocument } from '../codec/codec.ts';
import type { Codecs } from '../codec/codecs.ts';
import { type SignInProblem, SignInProblemError } from '../sign-in-problem.ts';
import { fromErrorResponse, fromForeignResponse, fromTransportError } from '../transport/errors.ts';
import { header } from '../transport/response.ts';
import { UcwaError } from '../ucwa-error.ts';

export type EndReason =
  | 'used-elsewhere'
  | 'too-many-applications'
  | 'application-expired'
  | 'user-agent-not-allowed'
  | 'credentials-rejected';

/** What a P-GET came to. */
export type PollOutcome =
  | { readonly type: 'body'; readonly document: EventsDocument }
  /**
   * Ask again later with the same `ack`. `isPoison`: the server answered, but with something that
   * cannot be read and will perhaps never be.
   */
  | { readonly type: 'failure'; readonly error: UcwaError; readonly isPoison: boolean }
  | { readonly type: 'application-lost' }
  /** A newer P-GET with the same `ack` took this one's place. */
  | { readonly type: 'replaced' }
  | { readonly type: 'ended'; readonly reason: EndReason };

const goneReasons: Readonly<Record<string, EndReason>> = {
  TooManyApplications: 'too-many-applications',
  InactiveApplicationExpired: 'application-expired',
  UserAgentNotAllowed: 'user-agent-not-allowed',
};

/** Reads the response of a P-GET. */
export function fromPollResponse(response: HttpResponse, codecs: Codecs, url: string): PollOutcome {
  if (response.status !== 200) return fromRefusal(fromErrorResponse(response, codecs, url));
  const decoder = codecs.for(header(response, 'content-type'));
  if (decoder === null) {
    return { type: 'failure', error: fromForeignResponse(response, url), isPoison: true };
  }
  try {
    return { type: 'body', document: decoder.decodeEvents(response.body, url) };
  } catch (error) {
    return fromPollError(error, url);
  }
}

/** Reads what kept a P-GET from having a response. */
export function fromPollError(error: unknown, url: string): PollOutcome {
  if (error instanceof SignInProblemError) return { type: 'ended', reason: 'credentials-rejected' };
  const known = error instanceof UcwaError ? error : fromTransportError(error, url);
  const isTooLarge = known.cause instanceof TransportError && known.cause.kind === 'too-large';
  const isUnusable = known.kind === 'malformed' || known.kind === 'bad-address';
  return { type: 'failure', error: known, isPoison: isUnusable || isTooLarge };
}

/** Why a refused POST applications ends everything; null when trying again makes sense. */
export function endReasonOf(problem: SignInProblem): EndReason | null {
  switch (problem) {
    case 'too-many-applications':
    case 'application-expired':
    case 'user-agent-not-allowed':
      return problem;
    case 'wrong-password':
    case 'windows-account-refused':
    case 'meeting-refused':
    case 'browser-sign-in-refused':
    case 'sign-in-needed':
    case 'method-not-offered':
    case 'forbidden':
    case 'clock-skew':
      return 'credentials-rejected';
    default:
      return null;
  }
}

function fromRefusal(error: UcwaError): PollOutcome {
  const subcode = error.reason?.subcode ?? '';
  if (error.advice === 'recreate-application') return { type: 'application-lost' };
  if (error.status === 409 && subcode === 'PGetReplaced') return { type: 'replaced' };
  const ended = error.status === 410 ? goneReasons[subcode] : undefined;
  if (ended !== undefined) return { type: 'ended', reason: ended };
  // A 404 that UCWA itself gives for the channel is as permanent as a body that cannot be read.
  const isPoison = error.status === 404 && error.kind === 'ucwa';
  return { type: 'failure', error, isPoison };
}
