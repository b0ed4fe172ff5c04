import { link } from '../../ucwa/hypermedia/links.ts';
import type { MediaSdp } from '../../ucwa/hypermedia/media-sdp.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { Exclusive } from './exclusive.ts';

/** How an offer of ours within a call ended. */
export type RenegotiationResult =
  | { readonly type: 'answered'; readonly sdp: string }
  | { readonly type: 'failed'; readonly detail: string | null };

/** An offer of ours within a call that waits for its answer. */
export interface PendingRenegotiation {
  readonly operationId: string;
  href: string | null;
  settle(result: RenegotiationResult): void;
}

/** What the protocol needs of one call: addresses, links and offers. Never leaves the services. */
export interface CallRecord {
  readonly id: string;
  /** Names the call's media in the engine; as `Call.mediaId`. */
  mediaId: string;
  /** Names our invitation in the event channel; null for an incoming call. */
  readonly operationId: string | null;
  /** Ours, for the answer or the offer; at most 50 characters. */
  readonly sessionContext: string;
  /** The `audioVideoInvitation` resource; null until the server confirmed an outgoing call. */
  invitation: Resource | null;
  invitationHref: string | null;
  conversationHref: string | null;
  audioVideoHref: string | null;
  sessionHref: string | null;
  /** The `audioVideo` resource, with its stop links. */
  audioVideo: Resource | null;
  /** The `audioVideoSession` resource, from which to renegotiate. */
  session: Resource | null;
  /** The other side's offer, decoded; null when there is none or it cannot be read. */
  offer: MediaSdp | null;
  /** The final answer to our offer came. */
  answered: boolean;
  /** Ended for the user. What the server still says about it is only tidied up. */
  over: boolean;
  pending: PendingRenegotiation | null;
  /** One negotiation of media at a time. */
  readonly negotiations: Exclusive;
}

export const createCallRecord = (
  id: string,
  operationId: string | null,
  sessionContext: string,
): CallRecord => ({
  id,
  mediaId: id,
  operationId,
  sessionContext,
  invitation: null,
  invitationHref: null,
  conversationHref: null,
  audioVideoHref: null,
  sessionHref: null,
  audioVideo: null,
  session: null,
  offer: null,
  answered: false,
  over: false,
  pending: null,
  negotiations: new Exclusive(),
});

/** Takes what a newly read invitation tells; links that are gone are gone. */
export function updateInvitation(record: CallRecord, invitation: Resource, href: string): void {
  record.invitation = invitation;
  record.invitationHref = href;
  record.conversationHref = link(invitation, 'conversation')?.href ?? record.conversationHref;
  record.audioVideoHref = link(invitation, 'audioVideo')?.href ?? record.audioVideoHref;
}
