import { acceptChat, chatOf, declineChat, ringingChat, startChat, stopChat } from '../chat/chat.ts';
import { sendMessage, setTyping, type Text } from '../chat/messages.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import type { Chat, Conversation, Invitation } from '../model/entities.ts';
import { invitationHref, messagingHref } from '../resources/hrefs.ts';
import { messagingInvitationResource } from '../resources/invitation-resource.ts';
import { messageResource, messagingResource } from '../resources/messaging-resource.ts';
import { parseDataUri } from '../sdp/data-uri.ts';
import { readInvitation } from './call-routes.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  conversationOf,
  invitationOf,
} from './context.ts';

function firstMessage(input: Input): Invitation['message'] {
  const href = input.href('message');
  if (href === undefined) return undefined;
  const data = parseDataUri(href);
  if (data === undefined) {
    input.reject('message');
    return undefined;
  }
  return {
    format: data.mediaType === 'text/html' ? 'Html' : 'Plain',
    text: data.bytes.toString('utf8'),
  };
}

function start({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const request = { ...readInvitation(input), message: firstMessage(input) };
  input.check();
  return created(invitationHref(startChat(world, application, request)));
}

function asked(context: ApplicationContext): {
  readonly chat: Chat;
  readonly invitation: Invitation;
} {
  const invitation = invitationOf(context);
  const chat = ringingChat(context.world, invitation);
  if (chat === undefined || invitation.direction !== 'Incoming') throw notFound();
  return { chat, invitation };
}

function accept(context: ApplicationContext): Reply {
  const { chat, invitation } = asked(context);
  acceptChat(context.world, chat, invitation);
  return noContent;
}

function decline(context: ApplicationContext): Reply {
  const { chat, invitation } = asked(context);
  declineChat(context.world, chat, invitation);
  return noContent;
}

function terminate(context: ApplicationContext): Reply {
  const chat = chatOf(context.world, conversationOf(context));
  if (chat === undefined) throw notFound();
  stopChat(context.world, chat);
  return noContent;
}

/** Both ends of a chat that goes on. */
function connected(context: ApplicationContext): {
  readonly own: Conversation;
  readonly other: Conversation;
} {
  const own = conversationOf(context);
  const chat = chatOf(context.world, own);
  if (chat?.state !== 'connected' || chat.accepted === undefined)
    throw notFound('Messaging is not connected.');
  return { own, other: chat.accepted === own ? chat.caller.conversation : chat.accepted };
}

function send(context: ApplicationContext): Reply {
  const { world, exchange } = context;
  const { own, other } = connected(context);
  const text: Text = {
    format: exchange.contentType === 'text/html' ? 'Html' : 'Plain',
    text: exchange.text(),
  };
  const message = sendMessage(world, own, other, text, exchange.query('operationId'));
  return created(`${messagingHref(own)}/messages/${message.id}`);
}

function typing(context: ApplicationContext): Reply {
  setTyping(context.world, connected(context).other, true);
  return noContent;
}

function readMessage(context: ApplicationContext): Reply {
  const conversation = conversationOf(context);
  const message = conversation.messaging.messages.get(context.params.message ?? '');
  if (message === undefined) throw notFound();
  return ok(messageResource(conversation, message));
}

const one = 'communication/messagingInvitations/:invitation';
const messaging = 'communication/conversations/:conversation/messaging';

export const messagingRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: 'communication/messagingInvitations', handler: start },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(messagingInvitationResource(invitationOf(context))),
  },
  { method: 'POST', path: `${one}/accept`, handler: accept },
  { method: 'POST', path: `${one}/decline`, handler: decline },
  {
    method: 'GET',
    path: messaging,
    handler: (context) => ok(messagingResource(conversationOf(context))),
  },
  { method: 'POST', path: `${messaging}/terminate`, handler: terminate },
  { method: 'POST', path: `${messaging}/messages`, handler: send },
  { method: 'GET', path: `${messaging}/messages/:message`, handler: readMessage },
  { method: 'POST', path: `${messaging}/typing`, handler: typing },
];
