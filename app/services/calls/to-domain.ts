import type { AppState } from '../../domain/app-state.ts';
import type { AudioVideoInvitation, InvitationLocation } from '../../domain/invitation.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { CallModality } from '../../ports/media-engine.ts';
import { decodeDataUri } from '../../ucwa/hypermedia/data-uri.ts';
import { decodeMediaSdp, type MediaSdp } from '../../ucwa/hypermedia/media-sdp.ts';
import type { AudioVideoInvitation as UcwaInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { personOfLink, personRef } from '../people/person-ref.ts';

const maxCustomContentLength = 4_096;

/** An offer with a video stream that is not switched off asks for video. */
export const modalityOfOffer = (offer: MediaSdp | null): CallModality =>
  offer !== null && /^m=video [1-9]/m.test(offer.sdp) ? 'audioVideo' : 'audio';

/** The offer of an invitation; null when there is none or it cannot be read. */
export function readOffer(invitation: UcwaInvitation): MediaSdp | null {
  if (invitation.mediaOffer === null) return null;
  try {
    return decodeMediaSdp(invitation.mediaOffer);
  } catch {
    return null;
  }
}

/** The protocol's invitation as a value without addresses; `modality` is what the offer asks for. */
export function toInvitation(
  invitation: UcwaInvitation,
  modality: CallModality,
  people: AppState['people'],
): AudioVideoInvitation {
  const { links } = invitation;
  const outgoing = invitation.direction === 'Outgoing';
  return {
    direction: outgoing ? 'Outgoing' : 'Incoming',
    state: invitation.state ?? 'Unknown',
    importance: invitation.importance,
    subject: invitation.subject ?? '',
    threadId: invitation.threadId,
    operationId: invitation.operationId,
    sessionContext: invitation.sessionContext,
    bandwidthControlId: invitation.bandwidthControlId,
    privateLine: invitation.privateLine,
    joinAudioMuted: invitation.joinAudioMuted ?? false,
    joinVideoMuted: invitation.joinVideoMuted ?? false,
    modality,
    from: fromOf(invitation, people),
    to: toOf(invitation, people),
    delegator: delegatorOf(invitation, people),
    onBehalfOf: personOfLink(links.onBehalfOf),
    forwardedBy: personOfLink(links.forwardedBy),
    transferredBy: personOfLink(links.transferredBy),
    acceptedByContact: personOfLink(links.acceptedByContact),
    acceptedByParticipant: invitation.acceptedByParticipants.map(({ uri, name }) =>
      personRef(uri, name, people),
    ),
    customContent: readCustomContent(invitation.customContent),
    location: locationOf(invitation),
    replacesOtherCall: links.replacesAudioVideo !== null,
    replacedCall: null,
    derivedFromOtherConversation: links.derivedConversation !== null,
    can: {
      acceptWithAnswer: links.acceptWithAnswer !== null,
      acceptWithPhoneAudio: links.acceptWithPhoneAudio !== null,
      sendProvisionalAnswer: links.sendProvisionalAnswer !== null,
      decline: links.decline !== null,
      cancel: links.cancel !== null,
    },
  };
}

function fromOf(invitation: UcwaInvitation, people: AppState['people']): PersonRef | null {
  const { from, links } = invitation;
  return from === null ? personOfLink(links.from) : personRef(from.uri, from.name, people);
}

function toOf(invitation: UcwaInvitation, people: AppState['people']): PersonRef | null {
  const title = invitation.links.to?.title ?? null;
  if (invitation.to === null && title === null) return null;
  return personRef(invitation.to, title, people);
}

function delegatorOf(invitation: UcwaInvitation, people: AppState['people']): PersonRef | null {
  const { delegator, links } = invitation;
  return delegator === null
    ? personOfLink(links.delegator)
    : personRef(delegator, links.delegator?.title ?? null, people);
}

function locationOf({ location }: UcwaInvitation): InvitationLocation | null {
  return Object.values(location).some((part) => part !== null) ? location : null;
}

function readCustomContent(content: string | null): string | null {
  if (content === null) return null;
  if (!content.startsWith('data:')) return content.slice(0, maxCustomContentLength);
  try {
    return decodeDataUri(content).text.slice(0, maxCustomContentLength);
  } catch {
    return null;
  }
}
