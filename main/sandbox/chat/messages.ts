import { conversationSender, publish } from '../events/publish.ts';
import type { Conversation, Message } from '../model/entities.ts';
import type { World } from '../model/world.ts';
import { messagingHref, participantHref } from '../resources/hrefs.ts';
import { messageResource } from '../resources/messaging-resource.ts';

const typingMs = 5_000;

export interface Text {
  readonly format: 'Plain' | 'Html';
  readonly text: string;
}

function keep(
  world: World,
  conversation: Conversation,
  text: Text,
  more: Pick<Message, 'direction' | 'operationId'>,
): Message {
  const id = String(conversation.messaging.messages.size + 1);
  const message: Message = { id, ...text, ...more, timeMs: world.nowMs() };
  conversation.messaging.messages.set(id, message);
  return message;
}

function publishMessage(
  conversation: Conversation,
  message: Message,
  type: 'started' | 'completed',
): void {
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'message',
    href: `${messagingHref(conversation)}/messages/${message.id}`,
    embed: messageResource(conversation, message),
    ...(type === 'completed' ? { status: 'Success' } : {}),
  });
}

/** A message arrives. Like the real server's, plain text ends with a line break. */
export function deliverMessage(world: World, conversation: Conversation, text: Text): void {
  const ended =
    text.format === 'Plain' && !text.text.endsWith('\r\n') ? `${text.text}\r\n` : text.text;
  setTyping(world, conversation, false);
  const message = keep(
    world,
    conversation,
    { ...text, text: ended },
    { direction: 'Incoming', operationId: undefined },
  );
  publishMessage(conversation, message, 'completed');
}

/** Sends a message from one conversation to its counterpart. */
export function sendMessage(
  world: World,
  from: Conversation,
  to: Conversation,
  text: Text,
  operationId: string | undefined,
): Message {
  const message = keep(world, from, text, { direction: 'Outgoing', operationId });
  publishMessage(from, message, 'started');
  deliverMessage(world, to, text);
  publishMessage(from, message, 'completed');
  return message;
}

/** Shows or hides the other person's typing; it hides by itself after a few seconds. */
export function setTyping(world: World, conversation: Conversation, typing: boolean): void {
  const { messaging } = conversation;
  const shown = messaging.cancelTyping !== undefined;
  messaging.cancelTyping?.();
  messaging.cancelTyping = typing
    ? world.timers.after(typingMs, () => setTyping(world, conversation, false))
    : undefined;
  if (shown === typing) return;
  publish(conversation.application, conversationSender(conversation), {
    type: typing ? 'added' : 'deleted',
    rel: 'participant',
    href: participantHref(conversation, conversation.remoteParticipantId),
    title: conversation.peer.name,
    inside: {
      rel: 'typingParticipants',
      href: `${messagingHref(conversation)}/typingParticipants`,
    },
  });
}
