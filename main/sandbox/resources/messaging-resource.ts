import type { Conversation, Message } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { textDataUri } from '../sdp/data-uri.ts';
import {
  contactHref,
  conversationHref,
  invitationsHref,
  messagingHref,
  participantHref,
} from './hrefs.ts';

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
      ...(state === 'Disconnected' && conversation.state === 'Conferenced'
        ? {
            addMessaging: {
              href: invitationsHref(conversation.application, 'messaging', {
                conversation: conversation.id,
              }),
            },
          }
        : {}),
    },
  };
}

/** One message, sent or received. */
export function messageResource(conversation: Conversation, message: Message): Resource {
  const textRel = message.format === 'Html' ? 'htmlMessage' : 'plainMessage';
  return {
    rel: 'message',
    direction: message.direction,
    operationId: message.operationId,
    status: 'Success',
    timeStamp: ucwaDate(message.timeMs),
    _links: {
      self: { href: `${messagingHref(conversation)}/messages/${message.id}` },
      messaging: { href: messagingHref(conversation) },
      participant: { href: participantHref(conversation, message.from.id) },
      contact: { href: contactHref(conversation.application, message.from.uri) },
      [textRel]: { href: textDataUri(message.format, message.text) },
    },
  };
}
