import type { CallOffers } from '../../domain/call-actions.ts';
import { noOffers } from '../../domain/call-actions.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';

/** What the links of an invitation offer. */
export const offersOfInvitation = (invitation: Resource): CallOffers => ({
  ...noOffers,
  ...changedOffers(invitation),
});

/** What a newly read invitation changes. */
export const changedOffers = (
  invitation: Resource,
): Pick<CallOffers, 'acceptWithAnswer' | 'decline' | 'cancel'> => ({
  acceptWithAnswer: link(invitation, 'acceptWithAnswer') !== null,
  decline: link(invitation, 'decline') !== null,
  cancel: link(invitation, 'cancel') !== null,
});

/** What the modality of a call offers. */
export const offersOfAudioVideo = (
  audioVideo: Resource,
): Pick<CallOffers, 'addVideo' | 'stopVideo'> => ({
  addVideo: link(audioVideo, 'addVideo') !== null,
  stopVideo: link(audioVideo, 'stopVideo') !== null,
});

/** What the media session of a call offers. */
export const offersOfSession = (session: Resource): Pick<CallOffers, 'renegotiate' | 'rate'> => ({
  renegotiate: link(session, 'renegotiations') !== null,
  rate: link(session, 'publishCallQualityFeedback') !== null,
});
