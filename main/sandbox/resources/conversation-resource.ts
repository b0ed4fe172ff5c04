import type { Conversation } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { activeModalities } from '../model/modalities.ts';
import { audioVideoHref, conversationHref, messagingHref, participantHref } from './hrefs.ts';

/** The user's own view of a two-party conversation. */
export function conversationResource(conversation: Conversation): Resource {
  const self = conversationHref(conversation);
  return {
    rel: 'conversation',
    state: conversation.state,
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    activeModalities: activeModalities(conversation),
    audienceMessaging: 'Enabled',
    audienceMute: 'Disabled',
    created: ucwaDate(conversation.createdMs),
    expirationTime: ucwaDate(conversation.createdMs + 24 * 3_600_000),
    participantCount: conversation.joined ? 2 : 1,
    readLocally: conversation.readLocally,
    recording: false,
    _links: {
      self: { href: self },
      audioVideo: { href: audioVideoHref(conversation) },
      messaging: { href: messagingHref(conversation) },
      participants: { href: `${self}/participants` },
      userAcknowledged: { href: `${self}/userAcknowledged` },
      localParticipant: { href: participantHref(conversation, conversation.localParticipantId) },
    },
  };
}
