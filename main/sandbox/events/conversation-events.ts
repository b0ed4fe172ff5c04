import type { Application, Conversation, Invitation, Renegotiation } from '../model/entities.ts';
import { communicationResource } from '../resources/application-resource.ts';
import {
  audioVideoResource,
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
  participantHref,
  renegotiationHref,
  sessionHref,
} from '../resources/hrefs.ts';
import {
  audioVideoInvitationResource,
  messagingInvitationResource,
} from '../resources/invitation-resource.ts';
import { messagingResource } from '../resources/messaging-resource.ts';
import {
  localParticipant,
  type ParticipantModality,
  participantModality,
} from '../resources/participant-resource.ts';
import type { EventType } from './event.ts';
import { communicationSender, conversationSender, publish } from './publish.ts';

/** The events of conversations and calls, each with what the real server embeds. */

export function publishInvitation(
  invitation: Invitation,
  type: 'started' | 'updated' | 'completed',
  onDelivered: (() => void) | undefined = undefined,
): void {
  const { application } = invitation.conversation;
  const audioVideo = invitation.kind === 'audioVideo';
  publish(application, communicationSender(application), {
    type,
    rel: audioVideo ? 'audioVideoInvitation' : 'messagingInvitation',
    href: invitationHref(invitation),
    embed: audioVideo
      ? audioVideoInvitationResource(invitation)
      : messagingInvitationResource(invitation),
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
): void {
  const { application } = conversation;
  publish(application, communicationSender(application), {
    type,
    rel: 'conversation',
    href: conversationHref(conversation),
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

/** The other person joins, changes or leaves: link and display name only. */
export function publishParticipant(
  conversation: Conversation,
  type: 'added' | 'updated' | 'deleted',
): void {
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'participant',
    href: participantHref(conversation, conversation.remoteParticipantId),
    title: conversation.peer.name,
  });
}

/** A medium of one participant; embedded only when it is the user's own. */
export function publishParticipantModality(
  conversation: Conversation,
  who: 'local' | 'remote',
  rel: ParticipantModality,
  type: 'added' | 'deleted',
): void {
  const id = who === 'local' ? conversation.localParticipantId : conversation.remoteParticipantId;
  const participant = participantHref(conversation, id);
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel,
    href: `${participant}/${rel}`,
    inside: { rel: who === 'local' ? 'localParticipant' : 'participant', href: participant },
    ...(who === 'local' && type === 'added'
      ? { embed: participantModality(conversation, id, rel) }
      : {}),
  });
}

export function publishAudioVideo(conversation: Conversation): void {
  publish(conversation.application, conversationSender(conversation), {
    type: 'updated',
    rel: 'audioVideo',
    href: audioVideoHref(conversation),
    ...(conversation.application.embedsMedia ? { embed: audioVideoResource(conversation) } : {}),
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
