import type { AlertPlan } from '../../app/domain/alert-plan.ts';
import type { Call } from '../../app/domain/call.ts';
import type { RecentCall } from '../../app/domain/history.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { DesktopNotification } from './desktop-notification.ts';

type NotificationPlan = NonNullable<AlertPlan['notification']>;

const missedTimeoutMs = 15_000;

export const incomingCallKey = (callId: string): string => `call:${callId}`;
const missedCallKey = (callId: string): string => `missed:${callId}`;

/** What the desktop shows while `call` rings. Importance is in the words, not in colour alone. */
export function incomingCallNotification(
  call: Call,
  plan: NotificationPlan,
  { translate }: Translator,
): DesktopNotification {
  const name = callerName(call, translate);
  const lines = [translate(`notification.body.${call.modality}`)];
  if (call.subject !== '') {
    lines.push(translate('notification.body.subject', { subject: call.subject }));
  }
  const answerAudio = { id: 'answer-audio', label: translate('notification.answerAudio') } as const;
  return {
    key: incomingCallKey(call.id),
    title: translate(`notification.title.${call.importance}`, { name }),
    body: lines.join('\n'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [
      { id: 'answer', label: translate('notification.answer') },
      ...(call.modality === 'audioVideo' ? [answerAudio] : []),
      { id: 'decline', label: translate('notification.decline') },
      // Pressing the notification itself. Without a label no desktop makes a button of it.
      { id: 'open', label: '' },
    ],
    category: 'call.incoming',
  };
}

/** What stays of a call that nobody took. */
export function missedCallNotification(
  call: RecentCall,
  { translate }: Translator,
  locale: string,
): DesktopNotification {
  const time = new Date(call.startedAtMs).toLocaleTimeString(locale, { timeStyle: 'short' });
  return {
    key: missedCallKey(call.id),
    title: translate('notification.missed.title'),
    body: translate('notification.missed.body', { name: callerName(call, translate), time }),
    urgency: 'normal',
    timeoutMs: missedTimeoutMs,
    actions: [{ id: 'open', label: translate('tray.open') }],
    category: 'call.unanswered',
  };
}

/** A server may hide who calls. */
export const callerName = (
  call: Pick<Call, 'remote'>,
  translate: Translator['translate'],
): string => call.remote.name || translate('notification.unknownCaller');
