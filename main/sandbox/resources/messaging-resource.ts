import type { Conversation } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import type { Message } from '../model/messaging.ts';
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
      ...(state === 'Disconnected' && ['Connected', 'Conferenced'].includes(conversation.state)
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

/** Every message of a conversation so far. */
export function messagesResource(conversation: Conversation): Resource {
  const self = `${messagingHref(conversation)}/messages`;
  const messages = [...conversation.messaging.messages.values()];
  return {
    rel: 'messages',
    _links: {
      self: { href: self },
      message: messages.map(({ id }) => ({ href: `${self}/${id}` })),
    },
  };
}

/** Who is writing at the moment. */
export function typingParticipantsResource(conversation: Conversation): Resource {
  return {
    rel: 'typingParticipants',
    _links: {
      self: { href: `${messagingHref(conversation)}/typingParticipants` },
      participant: [...conversation.messaging.typing.keys()].map((id) => ({
        href: participantHref(conversation, id),
      })),
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
    status: message.status,
    timeStamp: ucwaDate(message.timeMs),
    _links: {
      self: { href: `${messagingHref(conversation)}/messages/${message.id}` },
      messaging: { href: messagingHref(conversation) },
      participant: { href: participantHref(conversation, message.from.id) },
      contact: { href: contactHref(conversation.application, message.from.uri) },
      ...(message.failedFor.length === 0
        ? {}
        : {
            failedDeliveryParticipant: message.failedFor.map((id) => ({
              href: participantHref(conversation, id),
            })),
          }),
      [textRel]: { href: textDataUri(message.format, message.text) },
    },
  };
}
