import { Variant } from '@jellybrick/dbus-next';
import type { DesktopNotification } from '../../desktop/desktop-notification.ts';

const urgencies = { low: 0, normal: 1, critical: 2 } as const;
const longestText = 500;

/** Signature of `Notify` in the Desktop Notifications Specification 1.2. */
export const notifySignature = 'susssasa{sv}i';

/**
 * The arguments of `org.freedesktop.Notifications.Notify`.
 * @param replaces id of the notification to replace, 0 for none
 * @param capabilities what the service said it can do
 * @param icon path of an image, or the empty string
 */
export function notifyArguments(
  notification: DesktopNotification,
  replaces: number,
  capabilities: ReadonlySet<string>,
  icon: string,
): unknown[] {
  const { category, reply, timeoutMs } = notification;
  // Of KDE's, and of others since: the user writes in the notification itself.
  const writesInPlace = reply !== undefined && capabilities.has('inline-reply');
  const buttons = notification.actions.flatMap(({ id, label }) => [
    id === 'open' ? 'default' : id,
    label,
  ]);
  if (reply !== undefined) buttons.push(writesInPlace ? 'inline-reply' : 'reply', reply.label);
  const text = cleanText(notification.body);
  const hints = {
    urgency: new Variant('y', urgencies[notification.urgency]),
    'desktop-entry': new Variant('s', 'parley'),
    // Parley rings itself.
    'suppress-sound': new Variant('b', true),
    ...(writesInPlace
      ? { 'x-kde-reply-placeholder-text': new Variant('s', cleanText(reply.placeholder)) }
      : {}),
    ...(category === null ? {} : { category: new Variant('s', category) }),
    // It stays visible while one of its buttons works; Parley closes it.
    ...(timeoutMs === null ? { resident: new Variant('b', true) } : {}),
  };
  return [
    'Parley',
    replaces,
    icon,
    cleanText(notification.title),
    capabilities.has('body-markup') ? escapeMarkup(text) : text,
    capabilities.has('actions') ? buttons : [],
    hints,
    timeoutMs ?? 0,
  ];
}

/** Names and subjects come from strangers: no control characters (D-Bus forbids NUL), no novels. */
function cleanText(text: string): string {
  const printable = text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, ' ');
  return printable.length > longestText ? `${printable.slice(0, longestText)}…` : printable;
}

const escapeMarkup = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
