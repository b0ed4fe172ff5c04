import type { CallModality } from '../ports/media-engine.ts';
import type { Importance } from './importance.ts';
import type { PersonRef } from './person.ts';

/** UCWA `InvitationState`. */
export type InvitationState =
  | 'Alerting'
  | 'Connecting'
  | 'Connected'
  | 'Cancelled'
  | 'Declined'
  | 'Failed'
  | 'Forwarded'
  | 'TeamRing'
  | 'Unknown';

/** A custom location sent with an emergency call. */
export interface InvitationLocation {
  readonly address: string | null;
  readonly building: string | null;
  readonly city: string | null;
  /** UCWA `locationState`: state or province. */
  readonly locationState: string | null;
  readonly zip: string | null;
  readonly country: string | null;
}

/** What the server offers to do with an invitation: one flag per link of the resource. */
export interface InvitationActions {
  readonly acceptWithAnswer: boolean;
  readonly acceptWithPhoneAudio: boolean;
  readonly sendProvisionalAnswer: boolean;
  readonly decline: boolean;
  readonly cancel: boolean;
}

/** UCWA `audioVideoInvitation`, everything on its page, as a value without addresses or links. */
export interface AudioVideoInvitation {
  readonly direction: 'Incoming' | 'Outgoing';
  readonly state: InvitationState;
  readonly importance: Importance;
  readonly subject: string;
  readonly threadId: string | null;
  readonly operationId: string | null;
  readonly sessionContext: string | null;
  readonly bandwidthControlId: string | null;
  readonly privateLine: boolean;
  readonly joinAudioMuted: boolean;
  readonly joinVideoMuted: boolean;
  /** From the offer: audio only, or with video. */
  readonly modality: CallModality;
  readonly from: PersonRef | null;
  readonly to: PersonRef | null;
  readonly delegator: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  readonly forwardedBy: PersonRef | null;
  readonly transferredBy: PersonRef | null;
  readonly acceptedByContact: PersonRef | null;
  readonly acceptedByParticipant: readonly PersonRef[];
  /** Text of `customContent`, at most 4 kB of it. */
  readonly customContent: string | null;
  readonly location: InvitationLocation | null;
  readonly replacesOtherCall: boolean;
  /** With whom the user's own call is that this one takes the place of; null when there is none here. */
  readonly replacedCall: PersonRef | null;
  readonly derivedFromOtherConversation: boolean;
  readonly can: InvitationActions;
}
