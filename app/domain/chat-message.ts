import type { PersonRef } from './person.ts';

/**
 * HTML that somebody else wrote. It is no string on purpose: nothing can show it before the
 * renderer's sanitiser has read it.
 */
export interface UntrustedHtml {
  readonly untrustedHtml: string;
}

/** What a message says: plain text, HTML, or both forms of the same. */
export interface MessageContent {
  readonly text: string | null;
  readonly html: UntrustedHtml | null;
}

/**
 * - `received`: somebody else's
 * - `sending`: on its way, or waiting until messages can be sent
 * - `delivered`: all have it
 * - `undelivered`: somebody has it not; it can be sent again
 */
export type Delivery = 'received' | 'sending' | 'delivered' | 'undelivered';

/** One message of a conversation. */
export interface ChatMessage {
  readonly id: string;
  readonly direction: 'Incoming' | 'Outgoing';
  /** Who wrote it; null for the user's own. */
  readonly from: PersonRef | null;
  readonly content: MessageContent;
  readonly delivery: Delivery;
  /** Who did not get it, as far as the server names them. */
  readonly failedFor: readonly PersonRef[];
  /** The server's time where it tells one. */
  readonly sentAtMs: number;
}

/** How many messages of a conversation are kept at most. */
export const maxMessages = 500;

/** How many stay when they grow too many: several go at once, since that sends all others anew. */
const messagesThatStay = 400;

/** How many characters of them all are kept; the newest message is kept whatever its length. */
export const maxCharacters = 1_000_000;

/** The legal moves of a message's delivery. */
export const deliveryMoves: Readonly<Record<Delivery, readonly Delivery[]>> = {
  received: [],
  sending: ['delivered', 'undelivered'],
  undelivered: ['sending', 'delivered'],
  delivered: [],
};

/** The messages with one more, the oldest left out when they grow too many or too long. */
export function addMessage(
  messages: readonly ChatMessage[],
  message: ChatMessage,
): readonly ChatMessage[] {
  const isFull = messages.length >= maxMessages;
  const all = [...(isFull ? messages.slice(1 - messagesThatStay) : messages), message];
  let characters = 0;
  let first = all.length;
  for (const { content } of [...all].reverse()) {
    characters += (content.text?.length ?? 0) + (content.html?.untrustedHtml.length ?? 0);
    if (characters > maxCharacters && first < all.length) break;
    first -= 1;
  }
  return all.slice(first);
}

/** The messages after one of them came further; the same when the table has no such move. */
export function moveDelivery(
  messages: readonly ChatMessage[],
  messageId: string,
  delivery: Delivery,
  failedFor: readonly PersonRef[] = [],
): readonly ChatMessage[] {
  return messages.map((message) =>
    message.id === messageId && deliveryMoves[message.delivery].includes(delivery)
      ? { ...message, delivery, failedFor }
      : message,
  );
}
