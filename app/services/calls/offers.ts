import type { CallOffers } from '../../domain/call-actions.ts';
import { noOffers } from '../../domain/call-actions.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';

/** What the links of an invitation offer. */
export const offersOfInvitation = (invitation: Resource): CallOffers => ({
  ...noOffers,
  ...changedOffers(invitation),
});

/** What a newly read invitation changes; renegotiation is the session's to offer. */
export const changedOffers = (invitation: Resource): Omit<CallOffers, 'renegotiate'> => ({
  acceptWithAnswer: link(invitation, 'acceptWithAnswer') !== null,
  decline: link(invitation, 'decline') !== null,
  cancel: link(invitation, 'cancel') !== null,
});
