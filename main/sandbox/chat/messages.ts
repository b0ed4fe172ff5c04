import { conversationSender, type EventDetails, publish } from '../events/publish.ts';
import type { Conversation } from '../model/entities.ts';
import type { Message } from '../model/messaging.ts';
import { reasons } from '../model/reasons.ts';
import { localSeat, peerSeat } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import type { Text } from '../model/text.ts';
import type { World } from '../model/world.ts';
import { messagingHref, participantHref } from '../resources/hrefs.ts';
import { messageResource } from '../resources/messaging-resource.ts';

const typingMs = 5_000;

function keep(
  world: World,
  conversation: Conversation,
  text: Text,
  more: Pick<Message, 'direction' | 'operationId' | 'from' | 'status'>,
): Message {
  const id = String(conversation.messaging.messages.size + 1);
  const message: Message = { id, ...text, ...more, timeMs: world.nowMs(), failedFor: [] };
  conversation.messaging.messages.set(id, message);
  return message;
}

function publishMessage(
  conversation: Conversation,
  message: Message,
  type: 'started' | 'completed',
  delivery: Pick<EventDetails, 'onDelivered' | 'isStale'> = {},
): void {
  const failed = message.status === 'Failed';
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'message',
    href: `${messagingHref(conversation)}/messages/${message.id}`,
    embed: messageResource(conversation, message),
    ...(type === 'completed' ? { status: failed ? 'Failure' : 'Success' } : {}),
    ...(failed ? { reason: reasons.undelivered } : {}),
    ...delivery,
  });
}

/**
 * A message arrives. Like the real server's, plain text ends with a line break.
 * @param onOutcome told whether the client fetched it in time; otherwise the message is lost
 */
export function deliverMessage(
  world: World,
  conversation: Conversation,
  text: Text,
  from: Seat = peerSeat(conversation),
  onOutcome: (delivered: boolean) => void = () => undefined,
): void {
  const ended =
    text.format === 'Plain' && !text.text.endsWith('\r\n') ? `${text.text}\r\n` : text.text;
  setTyping(world, conversation, from, false);
  const message = keep(
    world,
    conversation,
    { ...text, text: ended },
    { direction: 'Incoming', operationId: undefined, from, status: 'Succeeded' },
  );
  let outcome: 'waiting' | 'delivered' | 'lost' = 'waiting';
  const decide = (delivered: boolean) => {
    if (outcome !== 'waiting') return;
    outcome = delivered ? 'delivered' : 'lost';
    cancelTimeout();
    if (!delivered) conversation.messaging.messages.delete(message.id);
    onOutcome(delivered);
  };
  const cancelTimeout = world.timers.after(world.options.messageTimeoutMs, () => decide(false));
  publishMessage(conversation, message, 'completed', {
    onDelivered: () => decide(true),
    isStale: () => outcome === 'lost',
  });
}

/** Where a message or a sign of typing goes, and as whose it appears there. */
export interface Recipient {
  readonly conversation: Conversation;
  readonly from: Seat;
}

/**
 * Sends a message from one conversation to everybody who reads along. It is completed once all have
 * it, or some have not fetched it in time.
 */
export function sendMessage(
  world: World,
  from: Conversation,
  recipients: readonly Recipient[],
  text: Text,
  operationId: string | undefined,
): Message {
  const own = localSeat(from);
  const details = { direction: 'Outgoing', operationId, from: own, status: 'Pending' } as const;
  const message = keep(world, from, text, details);
  publishMessage(from, message, 'started');
  const waiting = new Set(recipients);
  const complete = () => {
    message.status = message.failedFor.length === 0 ? 'Succeeded' : 'Failed';
    publishMessage(from, message, 'completed');
  };
  if (recipients.length === 0) complete();
  for (const to of recipients) {
    deliverMessage(world, to.conversation, text, to.from, (delivered) => {
      waiting.delete(to);
      const id = to.conversation.attendance?.id ?? from.remoteParticipantId;
      if (!delivered && !message.failedFor.includes(id)) message.failedFor.push(id);
      if (waiting.size === 0) complete();
    });
  }
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
