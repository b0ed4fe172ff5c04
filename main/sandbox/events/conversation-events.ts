import type { Application, Conversation, Invitation } from '../model/entities.ts';
import type { Negotiation, Renegotiation } from '../model/media-session.ts';
import { localSeat, peerSeat } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import { communicationResource } from '../resources/application-resource.ts';
import {
  audioVideoResource,
  negotiationResource,
  renegotiationResource,
  sessionResource,
} from '../resources/audio-video-resource.ts';
import { conversationResource } from '../resources/conversation-resource.ts';
import {
  audioVideoHref,
  communicationHref,
  conversationHref,
  invitationHref,
  messagingHref,
  negotiationHref,
  participantHref,
  phoneAudioHref,
  renegotiationHref,
  sessionHref,
} from '../resources/hrefs.ts';
import { invitationResource } from '../resources/invitation-resource.ts';
import { messagingResource } from '../resources/messaging-resource.ts';
import {
  localParticipant,
  type ParticipantModality,
  participantModality,
  participantResource,
} from '../resources/participant-resource.ts';
import { phoneAudioResource } from '../resources/phone-audio-resource.ts';
import type { EventType, Reason } from './event.ts';
import { communicationSender, conversationSender, invitationSender, publish } from './publish.ts';

/** The events of conversations and calls, each with what the real server embeds. */

export function publishInvitation(
  invitation: Invitation,
  type: 'started' | 'updated' | 'completed',
  onDelivered: (() => void) | undefined = undefined,
): void {
  const { application } = invitation.conversation;
  publish(application, communicationSender(application), {
    type,
    rel: `${invitation.kind}Invitation`,
    href: invitationHref(invitation),
    embed: invitationResource(invitation),
    ...(type === 'completed'
      ? { status: invitation.outcome?.status, reason: invitation.outcome?.reason }
      : {}),
    onDelivered,
  });
}

export function publishCommunication(application: Application): void {
  publish(application, communicationSender(application), {
    type: 'updated',
    rel: 'communication',
    href: communicationHref(application),
    embed: communicationResource(application),
    priority: 'Medium',
  });
}

export function publishConversation(
  conversation: Conversation,
  type: 'added' | 'updated' | 'deleted',
  reason: Reason | undefined = undefined,
): void {
  const { application } = conversation;
  publish(application, communicationSender(application), {
    type,
    rel: 'conversation',
    href: conversationHref(conversation),
    reason,
    ...(type === 'deleted' ? {} : { embed: conversationResource(conversation) }),
  });
}

export function publishLocalParticipant(conversation: Conversation, type: EventType): void {
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'localParticipant',
    href: participantHref(conversation, conversation.localParticipantId),
    title: conversation.application.account.user.name,
    ...(type === 'deleted' ? {} : { embed: localParticipant(conversation) }),
  });
}

/** Somebody else joins, changes or leaves: link and display name only, but in the hosted dialect. */
export function publishParticipant(
  conversation: Conversation,
  type: 'added' | 'updated' | 'deleted',
  seat: Seat = peerSeat(conversation),
): void {
  const embeds = conversation.application.dialect === 'hosted' && type !== 'deleted';
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'participant',
    href: participantHref(conversation, seat.id),
    title: seat.name,
    embed: embeds ? participantResource(conversation, seat) : undefined,
  });
}

/** A medium of one participant; embedded only when it is the user's own. */
export function publishSeatModality(
  conversation: Conversation,
  seat: Seat,
  rel: ParticipantModality,
  type: 'added' | 'updated' | 'deleted',
): void {
  const participant = participantHref(conversation, seat.id);
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel,
    href: `${participant}/${rel}`,
    inside: { rel: seat.local ? 'localParticipant' : 'participant', href: participant },
    ...(seat.local && type !== 'deleted'
      ? { embed: participantModality(conversation, seat, rel) }
      : {}),
  });
}

/** A medium of one of the two people of a conversation. */
export function publishParticipantModality(
  conversation: Conversation,
  who: 'local' | 'remote',
  rel: ParticipantModality,
  type: 'added' | 'deleted',
): void {
  const seat = who === 'local' ? localSeat(conversation) : peerSeat(conversation);
  publishSeatModality(conversation, seat, rel, type);
}

export function publishAudioVideo(conversation: Conversation): void {
  publish(conversation.application, conversationSender(conversation), {
    type: 'updated',
    rel: 'audioVideo',
    href: audioVideoHref(conversation),
    ...(conversation.application.embedsMedia ? { embed: audioVideoResource(conversation) } : {}),
  });
}

export function publishPhoneAudio(conversation: Conversation): void {
  publish(conversation.application, conversationSender(conversation), {
    type: 'updated',
    rel: 'phoneAudio',
    href: phoneAudioHref(conversation),
    embed: phoneAudioResource(conversation),
  });
}

export function publishMessaging(conversation: Conversation): void {
  publish(conversation.application, conversationSender(conversation), {
    type: 'updated',
    rel: 'messaging',
    href: messagingHref(conversation),
    embed: messagingResource(conversation),
  });
}

export function publishSession(
  conversation: Conversation,
  type: 'added' | 'updated' | 'deleted',
): void {
  const { application, audioVideo } = conversation;
  const embeds = application.embedsMedia && type !== 'deleted' && audioVideo.session !== undefined;
  publish(application, communicationSender(application), {
    type,
    rel: 'audioVideoSession',
    href: sessionHref(conversation),
    ...(embeds && audioVideo.session !== undefined
      ? { embed: sessionResource(conversation, audioVideo.session) }
      : {}),
  });
}

/** An answer to an outgoing call, provisional or final: sent in the name of the invitation itself. */
export function publishNegotiation(invitation: Invitation, negotiation: Negotiation): void {
  const { application } = invitation.conversation;
  invitation.negotiations.set(negotiation.id, negotiation);
  publish(application, invitationSender(invitation), {
    type: 'updated',
    rel: 'audioVideoNegotiation',
    href: negotiationHref(invitation, negotiation),
    ...(application.embedsMedia ? { embed: negotiationResource(invitation, negotiation) } : {}),
  });
}

export function publishRenegotiation(
  conversation: Conversation,
  renegotiation: Renegotiation,
  type: 'started' | 'completed',
  outcome: Pick<NonNullable<Invitation['outcome']>, 'status' | 'reason'> | undefined = undefined,
): void {
  const { application } = conversation;
  publish(application, communicationSender(application), {
    type,
    rel: 'audioVideoRenegotiation',
    href: renegotiationHref(conversation, renegotiation),
    status: outcome?.status,
    reason: outcome?.reason,
    ...(application.embedsMedia
      ? { embed: renegotiationResource(conversation, renegotiation) }
      : {}),
  });
}
