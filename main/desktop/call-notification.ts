import type { AlertPlan } from '../../app/domain/alert-plan.ts';
import type { Call } from '../../app/domain/call.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { DesktopNotification } from './desktop-notification.ts';

export type NotificationPlan = NonNullable<AlertPlan['notification']>;

export const incomingCallKey = (callId: string): string => `call:${callId}`;

/**
 * What the desktop shows while `call` rings. Importance is in the words, not in colour alone.
 * @param isLocked others than the user may be looking: what it is about is left out
 */
export function incomingCallNotification(
  call: Call,
  plan: NotificationPlan,
  isLocked: boolean,
  { translate }: Translator,
): DesktopNotification {
  const name = callerName(call, translate);
  const { can, modality, importance, subject } = call;
  const lines = [translate(`notification.body.${modality}`)];
  if (subject !== '' && !isLocked && !plan.hidesText) {
    lines.push(translate('notification.body.subject', { subject }));
  }
  const isVideo = modality === 'audioVideo';
  const answer = isVideo ? 'notification.answerVideo' : 'notification.answer';
  const phone = { id: 'answer-phone', label: translate('notification.answerPhone') } as const;
  const audio = { id: 'answer-audio', label: translate('notification.answerAudio') } as const;
  return {
    key: incomingCallKey(call.id),
    title: translate(`notification.title.${importance}`, { name }),
    body: lines.join('\n'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [
      // A call that rings on the user's own phone is taken there.
      ...(call.kind === 'phone' ? [] : [{ id: 'answer', label: translate(answer) } as const]),
      ...(isVideo ? [audio] : []),
      { id: 'decline', label: translate('notification.decline') },
      ...(can.answerOnPhone ? [phone] : []),
      // Pressing the notification itself. Without a label no desktop makes a button of it.
      { id: 'open', label: '' },
    ],
    // A telephone takes no messages.
    reply: /^sips?:/i.test(call.remote.uri)
      ? {
          label: translate('notification.declineWithMessage'),
          placeholder: translate('notification.replyPlaceholder', { name }),
        }
      : undefined,
    category: 'call.incoming',
  };
}

/** A server may hide who calls. */
export const callerName = (
  call: Pick<Call, 'remote'>,
  translate: Translator['translate'],
): string => call.remote.name || translate('notification.unknownCaller');
