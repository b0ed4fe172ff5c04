import type { MediaQuality } from '../../ports/media-engine.ts';
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

/** What names and carries the media of a call on one of its ways: to the other one, or to a meeting. */
export interface CallLeg {
  /** Names the leg's media in the engine; as `Call.mediaId`. */
  mediaId: string;
  /** Names our invitation in the event channel; null for an incoming call. */
  operationId: string | null;
  /** Ours, for the answer or the offer; at most 50 characters. */
  sessionContext: string;
  /** The `audioVideoInvitation` resource; null until the server confirmed an outgoing call. */
  invitation: Resource | null;
  invitationHref: string | null;
  sessionHref: string | null;
  /** The `audioVideoSession` resource, from which to renegotiate. */
  session: Resource | null;
  /** The final answer to our offer came. */
  answered: boolean;
}

/** The leg that a call had before the one that is being set up. */
export interface FormerLeg extends CallLeg {
  /** It is over on the server: nothing leads back to it. */
  isGone: boolean;
  /** Where the call was, when it goes over to another conversation. */
  readonly place: CallPlace | null;
}

/** The conversation that a call is a part of. */
export interface CallPlace {
  readonly conversationHref: string | null;
  readonly audioVideoHref: string | null;
  /** As the user knows it. */
  readonly conversationId: string;
}

/** What the protocol needs of one call: addresses, links and offers. Never leaves the services. */
export interface CallRecord extends CallLeg {
  readonly id: string;
  /** Set while the call goes over to another leg. */
  former: FormerLeg | null;
  conversationHref: string | null;
  audioVideoHref: string | null;
  /** The `audioVideo` resource, with its stop links. */
  audioVideo: Resource | null;
  /** The conversation is, or becomes, a meeting. */
  conferencing: 'no' | 'becoming' | 'yes';
  /** The server ended the leg; the call waits for the meeting that it goes into. */
  isLegGone: boolean;
  /** Media is to be joined as soon as the user is in the conversation. */
  awaitsConversation: boolean;
  /** As the meeting last said: nobody there hears the user. */
  mutedOnServer: boolean;
  /** An early answer to our offer was applied. */
  answeredEarly: boolean;
  /** Another endpoint gave the final answer: the connection has to be led there by a new offer. */
  isElsewhere: boolean;
  /** The other side's offer, decoded; null when there is none or it cannot be read. */
  offer: MediaSdp | null;
  /** What its media was like; null while it goes on, or when nobody knows. */
  quality: MediaQuality | null;
  /** The `phoneAudio` resource: the user's own phone in the call. */
  phoneAudio: Resource | null;
  phoneAudioHref: string | null;
  /** What takes the call over to the phone, by our name and the server's. */
  phoneMove: { readonly operationId: string; invitationHref: string | null } | null;
  /** The call of the user's own that this one takes the place of, once it is answered. */
  replaces: CallRecord | null;
  /** Another call is taking its place: nobody needs to be told that it ends. */
  isReplaced: boolean;
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
  sessionHref: null,
  session: null,
  answered: false,
  former: null,
  conversationHref: null,
  audioVideoHref: null,
  audioVideo: null,
  conferencing: 'no',
  isLegGone: false,
  awaitsConversation: false,
  mutedOnServer: false,
  answeredEarly: false,
  isElsewhere: false,
  offer: null,
  quality: null,
  phoneAudio: null,
  phoneAudioHref: null,
  phoneMove: null,
  replaces: null,
  isReplaced: false,
  over: false,
  pending: null,
  negotiations: new Exclusive(),
});

/** A leg that nothing is known of but how this side names it. */
const newLeg = (mediaId: string, operationId: string | null, sessionContext: string): CallLeg => ({
  mediaId,
  operationId,
  sessionContext,
  invitation: null,
  invitationHref: null,
  sessionHref: null,
  session: null,
  answered: false,
});

/** The call goes over to another leg; the one it has plays on until that is settled. */
export function beginLeg(
  record: CallRecord,
  names: Pick<CallLeg, 'mediaId' | 'sessionContext' | 'operationId'>,
  isGone: boolean,
  place: CallPlace | null = null,
): void {
  const { mediaId, operationId, sessionContext } = record;
  const { invitation, invitationHref, sessionHref, session, answered } = record;
  const server = { invitation, invitationHref, sessionHref, session, answered };
  record.former = { mediaId, operationId, sessionContext, ...server, isGone, place };
  Object.assign(record, newLeg(names.mediaId, names.operationId, names.sessionContext));
}

/** The new leg came to nothing: the call has the former one again. */
export function takeFormerLeg(record: CallRecord, former: FormerLeg): void {
  const { isGone: _, place, ...leg } = former;
  Object.assign(record, leg);
  record.former = null;
  if (place === null) return;
  record.conversationHref = place.conversationHref;
  record.audioVideoHref = place.audioVideoHref;
  record.audioVideo = null;
}

/** The media sessions of a call, of which there are two while it goes over. */
export const mediaOf = ({ mediaId, former }: CallRecord): readonly string[] =>
  former === null ? [mediaId] : [mediaId, former.mediaId];

/** Where an invitation leads. One of ours that somebody else took goes on in a conversation of its own. */
function placeIn(invitation: Resource, isOurs: boolean) {
  const hrefOf = (rel: string): string | undefined => link(invitation, rel)?.href;
  const derived = isOurs ? hrefOf('derivedConversation') : undefined;
  return derived === undefined
    ? { conversation: hrefOf('conversation'), audioVideo: hrefOf('audioVideo') }
    : { conversation: derived, audioVideo: hrefOf('derivedAudioVideo') };
}

/** Takes what a newly read invitation tells; links that are gone are gone. */
export function updateInvitation(record: CallRecord, invitation: Resource, href: string): void {
  record.invitation = invitation;
  record.invitationHref = href;
  const { audioVideo, conversation } = placeIn(invitation, record.operationId !== null);
  record.conversationHref = conversation ?? record.conversationHref;
  record.audioVideoHref = audioVideo ?? record.audioVideoHref;
  record.phoneAudioHref = link(invitation, 'phoneAudio')?.href ?? record.phoneAudioHref;
}
