import type { ChatMessage } from '../../app/domain/chat-message.ts';
import type { Conversation } from '../../app/domain/conversation.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { NotificationPlan } from './call-notification.ts';
import type { DesktopNotification } from './desktop-notification.ts';

/** More than a notification shows. */
const maxShownCharacters = 300;

export const invitationKey = (conversationId: string): string => `invitation:${conversationId}`;
export const messageKey = (conversationId: string): string => `message:${conversationId}`;

/**
 * What the desktop shows while somebody asks the user into a chat or a meeting.
 * @param isLocked others than the user may be looking: what it is about is left out
 */
export function invitationNotification(
  conversation: Conversation,
  plan: NotificationPlan,
  isLocked: boolean,
  { translate }: Translator,
): DesktopNotification {
  const isMeeting = conversation.invitation?.kind === 'onlineMeeting';
  const name = nameOf(conversation.remote, translate);
  const { importance, subject } = conversation;
  const isHidden = subject === '' || isLocked || plan.hidesText;
  const lines = [
    translate(isMeeting ? 'notification.meeting.body' : 'notification.chat.body'),
    ...(isHidden ? [] : [translate('notification.body.subject', { subject })]),
    ...(importance === 'Normal' ? [] : [translate(`notification.importance.${importance}`)]),
  ];
  const video = { id: 'answer-video', label: translate('notification.joinVideo') } as const;
  return {
    key: invitationKey(conversation.id),
    title: translate(isMeeting ? 'notification.meeting.title' : 'notification.chat.title', {
      name,
    }),
    body: lines.join('\n'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [
      {
        id: 'answer',
        label: translate(isMeeting ? 'notification.join' : 'notification.accept'),
      },
      ...(isMeeting ? [video] : []),
      { id: 'decline', label: translate('notification.decline') },
      { id: 'open', label: '' },
    ],
    category: isMeeting ? 'call.incoming' : 'im.received',
  };
}

/** The newest message that the user has not seen. @param showText whether its words are shown */
export function messageNotification(
  conversation: Conversation,
  message: ChatMessage,
  plan: NotificationPlan & { readonly acknowledge: boolean },
  showText: boolean,
  { translate }: Translator,
): DesktopNotification {
  const text = showText && !plan.hidesText ? message.content.text : null;
  const { importance, can } = conversation;
  const name = nameOf(message.from ?? conversation.remote, translate);
  const seen = { id: 'acknowledge', label: translate('notification.acknowledge') } as const;
  return {
    key: messageKey(conversation.id),
    title:
      importance === 'Normal' ? name : translate(`notification.message.${importance}`, { name }),
    body: text?.slice(0, maxShownCharacters) ?? translate('notification.message.body'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [
      ...(plan.acknowledge ? [seen] : []),
      // Pressing the notification itself.
      { id: 'open', label: translate('notification.openChat') },
    ],
    reply: can.send
      ? {
          label: translate('notification.reply'),
          placeholder: translate('notification.replyPlaceholder', { name }),
        }
      : undefined,
    category: 'im.received',
  };
}

const nameOf = (person: Conversation['remote'], translate: Translator['translate']): string =>
  person?.name || translate('notification.unknownCaller');
