import { callOfConversation } from '../calls/end-call.ts';
import {
  acceptChat,
  addChat,
  chatOf,
  declineChat,
  ringingChat,
  startChat,
  stopChat,
} from '../chat/chat.ts';
import { type Recipient, sendMessage, setTyping } from '../chat/messages.ts';
import { acrossBridges } from '../hosted/bridge.ts';
import { readCallbackUrl } from '../hosted/callback-url.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { alreadyExists, notFound, UcwaError } from '../http/ucwa-error.ts';
import {
  addMessaging,
  mustBeAllowedToWrite,
  readersOf,
  stopMeetingMessaging,
} from '../meetings/meeting-messaging.ts';
import type { Chat, Conversation, Invitation } from '../model/entities.ts';
import { peerSeat } from '../model/roster.ts';
import type { Text } from '../model/text.ts';
import type { World } from '../model/world.ts';
import { invitationHref, messagingHref } from '../resources/hrefs.ts';
import { invitationResource } from '../resources/invitation-resource.ts';
import {
  messageResource,
  messagesResource,
  messagingResource,
  typingParticipantsResource,
} from '../resources/messaging-resource.ts';
import { readInvitation } from './call-routes.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  conversationOf,
  invitationOf,
  namedConversation,
} from './context.ts';
import { firstMessage } from './first-message.ts';

/** startMessaging, or addMessaging when the query names a conversation. */
function start(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const conversation = namedConversation(context);
  const input = new Input(exchange);
  if (conversation !== undefined) return add(context, conversation, input);
  const request = { ...readInvitation(input), message: firstMessage(input) };
  const callbackUrl = readCallbackUrl(input, application);
  input.check();
  const invitation = startChat(world, application, request);
  application.callbacks?.direct(invitation.conversation, callbackUrl);
  return created(invitationHref(invitation));
}

function add(context: ApplicationContext, conversation: Conversation, input: Input): Reply {
  const { world } = context;
  const operationId = input.string('operationId', { maxLength: 50 });
  const request = { operationId, message: firstMessage(input) };
  input.check();
  const { attendance, state, messaging: own } = conversation;
  if (attendance !== undefined && state === 'Conferenced')
    return created(invitationHref(addMessaging(world, conversation, attendance, request)));
  const counterpart = counterpartOf(world, conversation);
  if (counterpart === undefined)
    throw new UcwaError(409, undefined, 'Messaging can not be added to this conversation.');
  if (own.state !== 'Disconnected') throw alreadyExists('Messaging is connected already.');
  return created(invitationHref(addChat(world, conversation, counterpart, request)));
}

/** The other person's side of the call that a conversation holds. */
function counterpartOf(world: World, conversation: Conversation): Conversation | undefined {
  const call = callOfConversation(world, conversation)?.call;
  const accepted = call?.accepted?.conversation;
  return accepted === conversation ? call?.caller.conversation : accepted;
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
  const conversation = conversationOf(context);
  const { attendance, messaging } = conversation;
  if (attendance !== undefined && messaging.state === 'Connected') {
    stopMeetingMessaging(conversation, attendance);
    return noContent;
  }
  const chat = chatOf(context.world, conversation);
  if (chat === undefined) throw notFound();
  stopChat(context.world, chat);
  return noContent;
}

/** A conversation in which messages go around, and who reads along. */
function connected(context: ApplicationContext): {
  readonly own: Conversation;
  readonly readers: readonly Recipient[];
} {
  const own = conversationOf(context);
  const { attendance, messaging } = own;
  if (attendance !== undefined && messaging.state === 'Connected') {
    mustBeAllowedToWrite(attendance);
    const inside = readersOf(own, attendance);
    return { own, readers: [...inside, ...acrossBridges(context.world, own, undefined)] };
  }
  const chat = chatOf(context.world, own);
  if (chat?.state !== 'connected' || chat.accepted === undefined)
    throw notFound('Messaging is not connected.');
  const other = chat.accepted === own ? chat.caller.conversation : chat.accepted;
  const direct = { conversation: other, from: peerSeat(other) };
  return { own, readers: [direct, ...acrossBridges(context.world, own, other)] };
}

const messageTypes: Readonly<Record<string, Text['format']>> = {
  '': 'Plain',
  'text/plain': 'Plain',
  'text/html': 'Html',
};

function send(context: ApplicationContext): Reply {
  const { world, exchange } = context;
  const { own, readers } = connected(context);
  const format = messageTypes[exchange.contentType];
  if (format === undefined) throw new UcwaError(415, undefined, 'Messages are plain text or HTML.');
  const text: Text = { format, text: exchange.text() };
  const message = sendMessage(world, own, readers, text, exchange.query('operationId'));
  return created(`${messagingHref(own)}/messages/${message.id}`);
}

function typing(context: ApplicationContext): Reply {
  for (const { conversation, from } of connected(context).readers)
    setTyping(context.world, conversation, from, true);
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
    handler: (context) => ok(invitationResource(invitationOf(context))),
  },
  { method: 'POST', path: `${one}/accept`, handler: accept },
  { method: 'POST', path: `${one}/decline`, handler: decline },
  {
    method: 'GET',
    path: messaging,
    handler: (context) => ok(messagingResource(conversationOf(context))),
  },
  { method: 'POST', path: `${messaging}/terminate`, handler: terminate },
  {
    method: 'GET',
    path: `${messaging}/messages`,
    handler: (context) => ok(messagesResource(conversationOf(context))),
  },
  { method: 'POST', path: `${messaging}/messages`, handler: send },
  { method: 'GET', path: `${messaging}/messages/:message`, handler: readMessage },
  { method: 'POST', path: `${messaging}/typing`, handler: typing },
  {
    method: 'GET',
    path: `${messaging}/typingParticipants`,
    handler: (context) => ok(typingParticipantsResource(conversationOf(context))),
  },
];
