import type { Reason } from '../events/event.ts';

function reason(code: string, subcode: string, message: string): Reason {
  return { code, subcode, message };
}

/** Why invitations fail, for each side of a call. */
export const reasons = {
  declinedByOther: reason('RemoteFailure', 'Declined', 'Your invitation was declined.'),
  declinedHere: reason('LocalFailure', 'Declined', 'The invitation was declined.'),
  declinedElsewhere: reason(
    'Informational',
    'Declined',
    'The invitation was declined on another device.',
  ),
  canceledHere: reason('LocalFailure', 'Canceled', 'The invitation was canceled.'),
  canceledByOther: reason(
    'RemoteFailure',
    'Canceled',
    'The invitation was canceled by the caller.',
  ),
  connectedElsewhere: reason(
    'Informational',
    'ConnectedElsewhere',
    'The invitation was accepted on another device.',
  ),
  forwarded: reason('Informational', 'Forwarded', 'The call was forwarded.'),
  timedOut: reason('RemoteFailure', 'Timeout', 'The invitation was not answered.'),
  undelivered: reason('RemoteFailure', 'Timeout', 'The message did not reach everybody.'),
  ownPhoneTimedOut: reason('LocalFailure', 'Timeout', 'The own telephone was not answered.'),
  ownPhoneDeclined: reason('LocalFailure', 'Declined', 'The own telephone turned the call away.'),
  missed: reason('RemoteFailure', 'Missed', 'The invitation was missed.'),
  busy: reason('RemoteFailure', 'Busy', 'The person is in another call.'),
  doNotDisturb: reason(
    'RemoteFailure',
    'DoNotDisturb',
    'The person does not want to be disturbed.',
  ),
  unreachable: reason('RemoteFailure', 'Unreachable', 'The person is not available on any device.'),
  destinationNotFound: reason(
    'RemoteFailure',
    'DestinationNotFound',
    'The person could not be found.',
  ),
  lobbyTimedOut: reason('RemoteFailure', 'Timeout', 'Nobody let you into the meeting.'),
  tooManyParticipants: reason('RemoteFailure', 'TooManyParticipants', 'The meeting is full.'),
  denied: reason('RemoteFailure', 'Denied', 'You were not let into the meeting.'),
  ejected: reason('RemoteFailure', 'Ejected', 'You were removed from the meeting.'),
  ended: reason('RemoteFailure', 'Ended', 'The call has ended.'),
  renegotiationTimedOut: reason(
    'RemoteFailure',
    'Timeout',
    'The change of media was not answered.',
  ),
} as const;

/** A decline or dismissal for a technical reason, in the words UCWA has for it. */
export function mediaReason(declineReason: string): Reason {
  const subcode = mediaSubcodes[declineReason] ?? 'MediaFailure';
  return reason('RemoteFailure', subcode, `The media could not be agreed on: ${declineReason}.`);
}

const mediaSubcodes: Readonly<Record<string, string>> = {
  EncryptionMismatch: 'MediaEncryptionMismatch',
  InsufficientBandwidth: 'InsufficientBandwidth',
  InsufficientBandwidthRerouteOverPstn: 'InsufficientBandwidth',
  InvalidMediaOffer: 'InvalidMediaDescription',
  IPv6NotSupported: 'IPv6NotSupported',
  CodecMismatch: 'MediaNegotiationFailure',
  UnsupportedMedia: 'MediaNegotiationFailure',
};
