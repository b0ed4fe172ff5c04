import type { Invitation } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { textDataUri } from '../sdp/data-uri.ts';
import {
  accountHref,
  audioVideoHref,
  contactHref,
  conversationHref,
  invitationHref,
  messagingHref,
  participantHref,
} from './hrefs.ts';
import { remoteParticipant } from './participant-resource.ts';

function fromLink(invitation: Invitation): JsonObject {
  const { conversation, direction } = invitation;
  const incoming = direction === 'Incoming';
  const id = incoming ? conversation.remoteParticipantId : conversation.localParticipantId;
  const title = incoming ? conversation.peer.name : conversation.application.account.user.name;
  return { href: participantHref(conversation, id), title };
}

function toLink(invitation: Invitation): JsonObject {
  const { conversation, direction, toUri } = invitation;
  const { application } = conversation;
  return direction === 'Incoming'
    ? { href: accountHref(application, application.account) }
    : { href: contactHref(application, toUri), title: conversation.peer.name };
}

function commonProperties(invitation: Invitation): JsonObject {
  const { conversation } = invitation;
  return {
    direction: invitation.direction,
    state: invitation.state,
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    operationId: invitation.operationId,
    to: invitation.toUri,
  };
}

function embeddedPeople(invitation: Invitation): JsonObject {
  const { conversation, direction, accepted } = invitation;
  if (direction === 'Incoming') return { _embedded: { from: remoteParticipant(conversation) } };
  if (!accepted) return {};
  return { _embedded: { acceptedByParticipant: [remoteParticipant(conversation)] } };
}

function diagnosticsHref(invitation: Invitation): string {
  const { conversation } = invitation;
  const own = conversation.application.account.user.uri;
  const [from, to] =
    invitation.direction === 'Incoming'
      ? [conversation.peer.uri, own]
      : [own, conversation.peer.uri];
  const query = new URLSearchParams({
    callId: invitation.id,
    fromUri: from,
    mediaType: 'Audio',
    toUri: to,
  });
  return `${audioVideoHref(conversation)}/reportMediaDiagnostics?${query.toString()}`;
}

/** An invitation to talk, as the inviting or the invited endpoint sees it. */
export function audioVideoInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'audioVideoInvitation',
    ...commonProperties(invitation),
    sessionContext: invitation.sessionContext,
    joinAudioMuted: invitation.joinAudioMuted,
    joinVideoMuted: invitation.joinVideoMuted,
    privateLine: false,
    bandwidthControlId: invitation.id,
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      audioVideo: { href: audioVideoHref(conversation) },
      reportMediaDiagnostics: { href: diagnosticsHref(invitation) },
      ...(invitation.mediaOffer !== undefined && incoming
        ? { mediaOffer: { href: invitation.mediaOffer } }
        : {}),
      ...(open && incoming
        ? {
            acceptWithAnswer: { href: `${self}/acceptWithAnswer` },
            sendProvisionalAnswer: { href: `${self}/sendProvisionalAnswer` },
            decline: { href: `${self}/decline` },
          }
        : {}),
      ...(open && !incoming
        ? { cancel: { href: `${audioVideoHref(conversation)}/terminate` } }
        : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}

/** An invitation to exchange messages; an incoming one brings the first text along. */
export function messagingInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, message, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'messagingInvitation',
    ...commonProperties(invitation),
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      messaging: { href: messagingHref(conversation) },
      ...(message !== undefined && incoming
        ? { message: { href: textDataUri(message.format, message.text) } }
        : {}),
      ...(open && incoming
        ? { accept: { href: `${self}/accept` }, decline: { href: `${self}/decline` } }
        : {}),
      ...(open && !incoming
        ? { cancel: { href: `${messagingHref(conversation)}/terminate` } }
        : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}
