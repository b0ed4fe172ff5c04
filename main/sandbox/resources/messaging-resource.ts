import type { Conversation, Message } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { textDataUri } from '../sdp/data-uri.ts';
import { contactHref, conversationHref, messagingHref, participantHref } from './hrefs.ts';

/** The instant messaging modality of a conversation. */
export function messagingResource(conversation: Conversation): Resource {
  const self = messagingHref(conversation);
  const { state, negotiatedMessageFormats } = conversation.messaging;
  return {
    rel: 'messaging',
    state,
    ...(state === 'Connected' ? { negotiatedMessageFormats } : {}),
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      ...(state === 'Connecting' || state === 'Connected'
        ? { stopMessaging: { href: `${self}/terminate` } }
        : {}),
      ...(state === 'Connected'
        ? {
            sendMessage: { href: `${self}/messages` },
            setIsTyping: { href: `${self}/typing` },
            typingParticipants: { href: `${self}/typingParticipants` },
          }
        : {}),
    },
  };
}

/** One message, sent or received. */
export function messageResource(conversation: Conversation, message: Message): Resource {
  const incoming = message.direction === 'Incoming';
  const textRel = message.format === 'Html' ? 'htmlMessage' : 'plainMessage';
  const from = incoming ? conversation.remoteParticipantId : conversation.localParticipantId;
  const writer = incoming ? conversation.peer.uri : conversation.application.account.user.uri;
  return {
    rel: 'message',
    direction: message.direction,
    operationId: message.operationId,
    status: 'Success',
    timeStamp: ucwaDate(message.timeMs),
    _links: {
      self: { href: `${messagingHref(conversation)}/messages/${message.id}` },
      messaging: { href: messagingHref(conversation) },
      participant: { href: participantHref(conversation, from) },
      contact: { href: contactHref(conversation.application, writer) },
      [textRel]: { href: textDataUri(message.format, message.text) },
    },
  };
}
