import type { MessageContent } from '../../domain/chat-message.ts';
import { decodeDataUri } from '../../ucwa/hypermedia/data-uri.ts';

/** What is wanted of the user's own words: one form of them. */
export interface OwnText {
  readonly format: 'Plain' | 'Html';
  readonly text: string;
}

export const contentOf = ({ format, text }: OwnText): MessageContent =>
  format === 'Html' ? { text: null, html: { untrustedHtml: text } } : { text, html: null };

/** The form in which the user's own message is sent (again). */
export const ownText = ({ text, html }: MessageContent): OwnText =>
  html === null
    ? { format: 'Plain', text: text ?? '' }
    : { format: 'Html', text: html.untrustedHtml };

/**
 * Reads the `data:` URIs of a message or of an invitation's `message`. Servers end plain text with
 * a line break that nobody typed.
 * @returns null when there is neither text nor HTML
 * @throws UcwaError 'malformed'
 */
export function readContent(...hrefs: readonly (string | null)[]): MessageContent | null {
  let text: string | null = null;
  let html: string | null = null;
  for (const href of hrefs) {
    if (href === null) continue;
    const data = decodeDataUri(href);
    if (data.mediaType === 'text/html') html = data.text;
    else if (data.mediaType === 'text/plain') text = data.text.replace(/[\r\n]+$/, '');
  }
  if (text === null && html === null) return null;
  return { text, html: html === null ? null : { untrustedHtml: html } };
}

/** Whether two messages say the same. */
export const sameContent = (one: MessageContent, other: MessageContent): boolean =>
  one.text === other.text && one.html?.untrustedHtml === other.html?.untrustedHtml;
