import { conversationSender, publish } from '../events/publish.ts';
import type { Conversation, Message, Seat } from '../model/entities.ts';
import { localSeat, peerSeat } from '../model/roster.ts';
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
  more: Pick<Message, 'direction' | 'operationId' | 'from'>,
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
export function deliverMessage(
  world: World,
  conversation: Conversation,
  text: Text,
  from: Seat = peerSeat(conversation),
): void {
  const ended =
    text.format === 'Plain' && !text.text.endsWith('\r\n') ? `${text.text}\r\n` : text.text;
  setTyping(world, conversation, from, false);
  const message = keep(
    world,
    conversation,
    { ...text, text: ended },
    { direction: 'Incoming', operationId: undefined, from },
  );
  publishMessage(conversation, message, 'completed');
}

/** Where a message or a sign of typing goes, and as whose it appears there. */
export interface Recipient {
  readonly conversation: Conversation;
  readonly from: Seat;
}

/** Sends a message from one conversation to everybody who reads along. */
export function sendMessage(
  world: World,
  from: Conversation,
  recipients: readonly Recipient[],
  text: Text,
  operationId: string | undefined,
): Message {
  const own = localSeat(from);
  const message = keep(world, from, text, { direction: 'Outgoing', operationId, from: own });
  publishMessage(from, message, 'started');
  for (const to of recipients) deliverMessage(world, to.conversation, text, to.from);
  publishMessage(from, message, 'completed');
  return message;
}

/** Shows or hides that somebody is typing; it hides by itself after a few seconds. */
export function setTyping(
  world: World,
  conversation: Conversation,
  seat: Seat,
  typing: boolean,
): void {
  const { messaging } = conversation;
  const shown = messaging.typing.get(seat.id);
  shown?.();
  messaging.typing.delete(seat.id);
  if (typing) {
    const hide = () => setTyping(world, conversation, seat, false);
    messaging.typing.set(seat.id, world.timers.after(typingMs, hide));
  }
  if ((shown !== undefined) === typing) return;
  publish(conversation.application, conversationSender(conversation), {
    type: typing ? 'added' : 'deleted',
    rel: 'participant',
    href: participantHref(conversation, seat.id),
    title: seat.name,
    inside: {
      rel: 'typingParticipants',
      href: `${messagingHref(conversation)}/typingParticipants`,
    },
  });
}

/** Ends every timer of typing without a word, because messaging itself has ended. */
export function forgetTyping(conversation: Conversation): void {
  for (const cancel of conversation.messaging.typing.values()) cancel();
  conversation.messaging.typing.clear();
}
