import type { Reason } from '../events/event.ts';
import type { Fault } from './fault.ts';

/** Why invitations can fail at the other end, by subcode, in the code that goes with it. */
const subcodes = {
  RemoteFailure: [
    'Busy',
    'CallTerminated',
    'Declined',
    'DestinationNotFound',
    'DoNotDisturb',
    'Ejected',
    'Ended',
    'EscalationFailed',
    'FederationRequired',
    'InsufficientBandwidth',
    'InvalidMediaDescription',
    'InviteesOnly',
    'IPv6NotSupported',
    'MediaEncryptionMismatch',
    'MediaEncryptionNotSupported',
    'MediaEncryptionRequired',
    'MediaFailure',
    'MediaNegotiationFailure',
    'MediaNegotiationTimeOut',
    'ModalityNotSupported',
    'NotAcceptable',
    'NotAllowed',
    'PhoneNumberConflict',
    'PstnCallFailed',
    'Redirected',
    'RepliedWithOtherModality',
    'TemporarilyUnavailable',
    'Timeout',
    'TooManyParticipants',
    'Unavailable',
    'Unreachable',
  ],
  LocalFailure: ['Canceled', 'DialoutNotAllowed', 'NormalizationFailed', 'TooManyConversations'],
} as const;

function kebab(subcode: string): string {
  return subcode
    .replace('IPv6', 'Ipv6')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function failing(reason: Reason): Fault {
  return {
    name: `invitation-${kebab(reason.subcode)}`,
    description: `calls and conversations that are started fail: ${reason.code} ${reason.subcode}`,
    start: (world) => {
      world.invitationFault = reason;
      return () => {
        world.invitationFault = undefined;
      };
    },
  };
}

/** One fault per subcode with which an invitation ends after it was begun. */
export const invitationFaults: readonly Fault[] = Object.entries(subcodes).flatMap(([code, list]) =>
  list.map((subcode) => failing({ code, subcode, message: `The invitation failed: ${subcode}.` })),
);
