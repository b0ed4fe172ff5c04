import DOMPurify, { type Config } from 'dompurify';
import type { UntrustedHtml } from '../../../app/domain/chat-message.ts';

/** What a message may consist of: words and their form, lists, tables and links. */
const allowed: Config = {
  ALLOWED_TAGS: [
    'a',
    'b',
    'blockquote',
    'br',
    'code',
    'del',
    'div',
    'em',
    'i',
    'li',
    'ol',
    'p',
    'pre',
    's',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'u',
    'ul',
  ],
  // No style, class or id: a message looks like a message and names nothing in the page.
  ALLOWED_ATTR: ['href', 'title'],
  // Complete addresses only: there is nothing in the page that a message could be relative to.
  ALLOWED_URI_REGEXP: /^(?:https?|mailto|sips?|tel):/i,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
};

/**
 * HTML of a message as it may be shown: what is not allowed is left out, its words are kept. Nothing
 * that it refers to is fetched: there are no pictures, no frames, no styles.
 */
export function sanitizeMessageHtml({ untrustedHtml }: UntrustedHtml): string {
  return DOMPurify.sanitize(untrustedHtml, allowed);
}
