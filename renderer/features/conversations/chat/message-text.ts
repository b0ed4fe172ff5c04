import type { MessageContent } from '../../../../app/domain/chat-message.ts';
import { sanitizeMessageHtml } from '../sanitize-message-html.ts';

/** How many characters a line of a list shows at most. */
const maxLength = 200;

/** A message in one line of plain words, for lists. */
export function messageText({ text, html }: MessageContent): string {
  return (text ?? (html === null ? '' : wordsOf(sanitizeMessageHtml(html))))
    .slice(0, 4 * maxLength)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength);
}

/** The words of clean HTML. A parsed document loads and runs nothing. */
const wordsOf = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
