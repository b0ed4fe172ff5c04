import type { AlertPlan } from '../../app/domain/alert-plan.ts';
import type { ChatMessage } from '../../app/domain/chat-message.ts';
import type { Conversation } from '../../app/domain/conversation.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { DesktopNotification } from './desktop-notification.ts';

type NotificationPlan = NonNullable<AlertPlan['notification']>;

const messageTimeoutMs = 10_000;
/** More than a notification shows. */
const maxShownCharacters = 300;

export const invitationKey = (conversationId: string): string => `invitation:${conversationId}`;
export const messageKey = (conversationId: string): string => `message:${conversationId}`;

/** What the desktop shows while somebody asks the user into a chat or a meeting. */
export function invitationNotification(
  conversation: Conversation,
  plan: NotificationPlan,
  { translate }: Translator,
): DesktopNotification {
  const isMeeting = conversation.invitation?.kind === 'onlineMeeting';
  const name = nameOf(conversation.remote, translate);
  const { importance, subject } = conversation;
  const lines = [
    translate(isMeeting ? 'notification.meeting.body' : 'notification.chat.body'),
    ...(subject === '' ? [] : [translate('notification.body.subject', { subject })]),
    ...(importance === 'Normal' ? [] : [translate(`notification.importance.${importance}`)]),
  ];
  const accept = isMeeting ? 'notification.join' : 'notification.accept';
  return {
    key: invitationKey(conversation.id),
    title: translate(isMeeting ? 'notification.meeting.title' : 'notification.chat.title', {
      name,
    }),
    body: lines.join('\n'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [
      { id: 'answer', label: translate(accept) },
      { id: 'decline', label: translate('notification.decline') },
      { id: 'open', label: '' },
    ],
    category: 'im.received',
  };
}

/** The newest message that the user has not seen. @param showText whether its words are shown */
export function messageNotification(
  conversation: Conversation,
  message: ChatMessage,
  showText: boolean,
  { translate }: Translator,
): DesktopNotification {
  const text = showText ? message.content.text : null;
  return {
    key: messageKey(conversation.id),
    title: nameOf(message.from ?? conversation.remote, translate),
    body: text?.slice(0, maxShownCharacters) ?? translate('notification.message.body'),
    urgency: conversation.importance === 'Normal' ? 'normal' : 'critical',
    timeoutMs: messageTimeoutMs,
    actions: [{ id: 'open', label: translate('tray.open') }],
    category: 'im.received',
  };
}

const nameOf = (person: Conversation['remote'], translate: Translator['translate']): string =>
  person?.name || translate('notification.unknownCaller');
