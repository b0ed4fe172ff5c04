import type { PersonRef } from './person.ts';

/** Why a call failed, in the words the user will read. */
export const callFailureReasons = [
  'not-found',
  'unreachable',
  'do-not-disturb',
  'no-answer',
  'own-phone',
  'media-failed',
  'media-lost',
  'media-permission',
  'no-microphone',
  'no-camera',
  'encryption-mismatch',
  'meeting-media',
  'lobby-denied',
  'lobby-timeout',
  'not-allowed',
  'meeting-full',
  'too-many-conversations',
  'too-many-groups',
  'already-there',
  'not-supported',
  'no-server',
  'network',
  'server',
  'unknown',
] as const;

export type CallFailureReason = (typeof callFailureReasons)[number];

/** How a call ended, named for the user. */
export type CallOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'cancelled' }
  /** A leader removed the user from the meeting. */
  | { readonly kind: 'removed' }
  /** The meeting ended for everybody. */
  | { readonly kind: 'meetingEnded' }
  | { readonly kind: 'answeredElsewhere'; readonly by: PersonRef | null }
  | {
      readonly kind: 'failed';
      readonly reason: CallFailureReason;
      /** UCWA code and subcode, for the log and the administrator. */
      readonly detail: string | null;
    };
