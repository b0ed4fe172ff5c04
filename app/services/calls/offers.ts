import type { CallOffers } from '../../domain/call-actions.ts';
import { noOffers } from '../../domain/call-actions.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';

/** What the links of an invitation offer. */
export const offersOfInvitation = (invitation: Resource): CallOffers => ({
  ...noOffers,
  ...changedOffers(invitation),
});

type InvitationOffers = Pick<
  CallOffers,
  'acceptWithAnswer' | 'acceptWithPhoneAudio' | 'decline' | 'cancel'
>;

/** What a newly read invitation changes. */
export const changedOffers = (invitation: Resource): InvitationOffers => ({
  acceptWithAnswer: link(invitation, 'acceptWithAnswer') !== null,
  acceptWithPhoneAudio: link(invitation, 'acceptWithPhoneAudio') !== null,
  decline: link(invitation, 'decline') !== null,
  cancel: link(invitation, 'cancel') !== null,
});

/** What the modality of a call offers. */
export const offersOfAudioVideo = (
  audioVideo: Resource,
): Pick<CallOffers, 'addVideo' | 'stopVideo' | 'replaceWithPhoneAudio'> => ({
  addVideo: link(audioVideo, 'addVideo') !== null,
  stopVideo: link(audioVideo, 'stopVideo') !== null,
  replaceWithPhoneAudio: link(audioVideo, 'replaceWithPhoneAudio') !== null,
});

/** What the media session of a call offers. */
export const offersOfSession = (session: Resource): Pick<CallOffers, 'renegotiate' | 'rate'> => ({
  renegotiate: link(session, 'renegotiations') !== null,
  rate: link(session, 'publishCallQualityFeedback') !== null,
});
