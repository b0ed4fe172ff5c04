import type { ChatMessage } from '../../../../app/domain/chat-message.ts';
import { personKey } from '../../../../app/domain/person.ts';

/** Messages of one sender that follow each other closely. */
export interface MessageGroup {
  readonly id: string;
  readonly direction: ChatMessage['direction'];
  readonly from: ChatMessage['from'];
  readonly sentAtMs: number;
  readonly messages: readonly ChatMessage[];
}

/** The groups of one day. */
export interface MessageDay {
  /** Midnight of the day, in the user's time. */
  readonly startMs: number;
  readonly groups: readonly MessageGroup[];
}

/** How far apart two messages are at most that stand together. */
const togetherMs = 5 * 60_000;

const sender = ({ direction, from }: ChatMessage): string =>
  direction === 'Outgoing' ? 'me' : personKey(from?.uri || from?.name || '');

/** The messages in the order of the conversation, by day and sender. */
export function groupMessages(messages: readonly ChatMessage[]): readonly MessageDay[] {
  const days: { startMs: number; groups: (MessageGroup & { messages: ChatMessage[] })[] }[] = [];
  let previous: ChatMessage | null = null;
  for (const message of messages) {
    const startMs = new Date(message.sentAtMs).setHours(0, 0, 0, 0);
    let day = days[days.length - 1];
    // Messages stay in the order they came in, even if the clocks of two computers disagree.
    const isNewDay = day === undefined || startMs > day.startMs;
    if (day === undefined || isNewDay) {
      day = { startMs, groups: [] };
      days.push(day);
    }
    const group = day.groups[day.groups.length - 1];
    const isTogether =
      !isNewDay &&
      previous !== null &&
      sender(previous) === sender(message) &&
      message.sentAtMs - previous.sentAtMs < togetherMs;
    if (group !== undefined && isTogether) group.messages.push(message);
    else {
      const { id, direction, from, sentAtMs } = message;
      day.groups.push({ id, direction, from, sentAtMs, messages: [message] });
    }
    previous = message;
  }
  return days;
}

/** A piece of plain text: words, or an address of the web. */
export type TextPiece =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'link'; readonly text: string };

const webAddress = /https?:\/\/[^\s<>"']+/gi;

/** Plain text taken apart at the addresses in it. The full stop after an address is not its own. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(webAddress)) {
    const address = match[0].replace(/[.,;:!?)\]}]+$/, '');
    if (!isWebAddress(address)) continue;
    if (match.index > end) pieces.push({ type: 'words', text: text.slice(end, match.index) });
    pieces.push({ type: 'link', text: address });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ type: 'words', text: text.slice(end) });
  return pieces;
}

/** Whether this is a complete address of a web page, the only kind that is ever opened. */
export function isWebAddress(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
