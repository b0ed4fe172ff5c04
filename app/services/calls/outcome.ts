import type { CallKind } from '../../domain/call.ts';
import type { CallFailureReason, CallOutcome } from '../../domain/call-outcome.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { MediaError, MediaErrorReason } from '../../ports/media-engine.ts';
import type { UcwaReason } from '../../ucwa/events/ucwa-event.ts';
import type { MediaDiagnosis } from '../../ucwa/requests/media-feedback.ts';
import { EncryptionRefused } from './encryption-policy.ts';

/** UCWA subcodes that mean a failure with a reason of its own; in lower case. */
const failures: Readonly<Record<string, CallFailureReason>> = {
  destinationnotfound: 'not-found',
  normalizationfailed: 'not-found',
  phonenumberconflict: 'not-found',
  unreachable: 'unreachable',
  notacceptable: 'unreachable',
  donotdisturb: 'do-not-disturb',
  mediafailure: 'media-failed',
  medianegotiationfailure: 'media-failed',
  medianegotiationtimeout: 'media-failed',
  invalidmediadescription: 'media-failed',
  mediaencryptionmismatch: 'encryption-mismatch',
  mediaencryptionrequired: 'encryption-mismatch',
  mediaencryptionnotsupported: 'encryption-mismatch',
  insufficientbandwidth: 'network',
  ipv6notsupported: 'network',
  notallowed: 'not-allowed',
  denied: 'not-allowed',
  dialoutnotallowed: 'not-allowed',
  federationrequired: 'not-allowed',
  anonymousnotallowed: 'not-allowed',
  pstncallfailed: 'unreachable',
  toomanyparticipants: 'meeting-full',
  toomanylobbyparticipants: 'meeting-full',
  toomanyconversations: 'too-many-conversations',
  toomanyonlinemeetings: 'too-many-conversations',
  toomanygroups: 'too-many-groups',
  alreadyexists: 'already-there',
  threadidalreadyexists: 'already-there',
  cannotredirect: 'no-server',
  temporarilyunavailable: 'server',
  unavailable: 'server',
};

/** Somebody else took the call for the user: nobody missed it. */
const takenElsewhere = new Set([
  'connectedelsewhere',
  'acceptedbycontact',
  'repliedwithothermodality',
]);

const unanswered = new Set(['timeout', 'missed', 'expired']);

/** What the other events of the call told about its end. */
export interface EndCircumstances {
  readonly direction: 'Incoming' | 'Outgoing';
  readonly reason: UcwaReason | null;
  /** The invitation's `acceptedByContact`: the delegate or team member who took it. */
  readonly acceptedBy: PersonRef | null;
  readonly kind?: CallKind;
}

const missing: UcwaReason = {
  code: '',
  subcode: null,
  message: null,
  parameters: [],
  debugInfo: null,
};

/** Names the outcome of an invitation that completed with `Failure` and was not ended by the user. */
export function outcomeOfFailure(circumstances: EndCircumstances): CallOutcome {
  const { direction, reason, acceptedBy, kind } = circumstances;
  const { code, subcode } = reason ?? missing;
  const named = (subcode ?? '').toLowerCase();
  if (acceptedBy !== null || takenElsewhere.has(named)) {
    if (direction === 'Incoming') return { kind: 'answeredElsewhere', by: acceptedBy };
  }
  const isTimeout = unanswered.has(named) || (named === '' && code.toLowerCase() === 'timeout');
  const detail = describeReason(reason);
  if (direction === 'Incoming') return incomingOutcome(named, isTimeout, detail);
  // The first thing that rings is the user's own phone.
  if (kind === 'phone' && code === 'LocalFailure' && (isTimeout || named === 'declined')) {
    return { kind: 'failed', reason: 'own-phone', detail };
  }
  return outgoingOutcome(named, isTimeout, detail);
}

/** Whatever keeps an incoming call from the user is a missed call, unless the user declined it. */
function incomingOutcome(subcode: string, isTimeout: boolean, detail: string | null): CallOutcome {
  if (subcode === 'declined') return { kind: 'declined' };
  if (isTimeout || subcode === 'canceled' || subcode === 'cancelled') return { kind: 'missed' };
  const reason = failures[subcode];
  const isOurs = reason === 'media-failed' || reason === 'encryption-mismatch';
  return isOurs ? { kind: 'failed', reason, detail } : { kind: 'missed' };
}

function outgoingOutcome(subcode: string, isTimeout: boolean, detail: string | null): CallOutcome {
  if (subcode === 'declined') return { kind: 'declined' };
  if (subcode === 'busy') return { kind: 'busy' };
  if (subcode === 'canceled' || subcode === 'cancelled') return { kind: 'cancelled' };
  if (isTimeout) return { kind: 'failed', reason: 'no-answer', detail };
  return { kind: 'failed', reason: failures[subcode] ?? 'unknown', detail };
}

/** `RemoteFailure/Declined`, for the log and the administrator. */
export function describeReason(reason: UcwaReason | null): string | null {
  if (reason === null) return null;
  return reason.subcode === null ? reason.code : `${reason.code}/${reason.subcode}`;
}

const mediaReasons = {
  'permission-denied': 'media-permission',
  'no-microphone': 'no-microphone',
  'no-camera': 'no-camera',
  'device-busy': 'media-failed',
  'invalid-sdp': 'media-failed',
  'encryption-mismatch': 'encryption-mismatch',
  unavailable: 'media-failed',
  timeout: 'media-failed',
} as const satisfies Record<MediaErrorReason, CallFailureReason>;

/** The outcome of a call whose media could not be set up. */
export const outcomeOfMediaError = (error: MediaError): CallOutcome => ({
  kind: 'failed',
  reason: mediaReasons[error.reason],
  detail: error instanceof EncryptionRefused ? `LocalFailure/${error.subcode}` : error.reason,
});

/** Why the server is told that an offer of the other side is refused. */
export function mediaRefusal(
  reason: MediaErrorReason,
): 'InvalidMediaOffer' | 'EncryptionMismatch' | 'MediaAllocationFailure' {
  if (reason === 'invalid-sdp') return 'InvalidMediaOffer';
  return reason === 'encryption-mismatch' ? 'EncryptionMismatch' : 'MediaAllocationFailure';
}

/** What the server is told of a call whose media was set up, or was being set up. */
export function diagnosisOf(outcome: CallOutcome): MediaDiagnosis {
  if (outcome.kind !== 'failed') {
    const errorSubcode = outcome.kind === 'answered' ? 'CallTerminated' : 'Canceled';
    return { errorCode: 'Informational', errorSubcode };
  }
  switch (outcome.reason) {
    case 'encryption-mismatch':
      return { errorCode: 'LocalFailure', errorSubcode: 'MediaEncryptionMismatch' };
    case 'network':
    case 'server':
      return { errorCode: 'LocalFailure', errorSubcode: 'Unavailable' };
    default:
      return { errorCode: 'LocalFailure', errorSubcode: 'MediaFailure' };
  }
}
