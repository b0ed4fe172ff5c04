import type { AlertPlan } from './alert-plan.ts';
import type { AlertTrial } from './alert-trial.ts';
import type { AppState } from './app-state.ts';
import type { Call } from './call.ts';
import type { Conversation } from './conversation.ts';
import type { Importance } from './importance.ts';
import type { Unacknowledged } from './unacknowledged.ts';

/** What an alert is about. */
export type AlertSubject =
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'meeting' | 'message'; readonly conversation: Conversation }
  /** What it was about is over, and nobody acknowledged it. */
  | { readonly type: 'unacknowledged'; readonly item: Unacknowledged }
  | { readonly type: 'trial'; readonly trial: AlertTrial };

/** Something that alerts now. */
export interface CurrentAlert {
  /** The same for as long as it is the same alert. */
  readonly id: string;
  readonly importance: Importance;
  readonly startedAtMs: number;
  readonly plan: AlertPlan;
  readonly subject: AlertSubject;
}

type Alerting = Pick<AppState, 'calls' | 'conversations' | 'unacknowledged' | 'trial'>;

const weight: Readonly<Record<Importance, number>> = { Emergency: 0, Urgent: 1, Normal: 2 };

/**
 * Everything that alerts now, the most pressing first: the most important, then what waits for longer.
 * Tone, ring window, tray and task bar obey the first whose plan has something for them, so that never
 * two ring at once.
 */
export function currentAlerts(state: Alerting): readonly CurrentAlert[] {
  const alerts = [...ofCalls(state), ...ofConversations(state)];
  const live = new Set(alerts.map(({ id }) => id));
  const left = Object.values(state.unacknowledged).filter(({ id }) => !live.has(id));
  const all = [...alerts.map((alert) => escalated(state, alert)), ...left.map(ofItem)];
  const trial = state.trial === null ? [] : [ofTrial(state.trial)];
  return [...all.sort(byPressure), ...trial];
}

/** Whether a change may have changed what alerts. */
export const sameAlerts = (one: Alerting | null, other: Alerting): boolean =>
  one !== null &&
  one.calls === other.calls &&
  one.conversations === other.conversations &&
  one.unacknowledged === other.unacknowledged &&
  one.trial === other.trial;

/** The alert that the ring window shows; null for none. */
export const ringWindowAlert = (state: Alerting): CurrentAlert | null =>
  currentAlerts(state).find(({ plan }) => plan.ringWindow !== null) ?? null;

export const callAlertId = (callId: string): string => `call:${callId}`;
export const conversationAlertId = (conversationId: string): string =>
  `conversation:${conversationId}`;

const byPressure = (one: CurrentAlert, other: CurrentAlert): number =>
  weight[one.importance] - weight[other.importance] || one.startedAtMs - other.startedAtMs;

function ofCalls({ calls }: Alerting): CurrentAlert[] {
  return Object.values(calls).flatMap((call) => {
    const { id, alert: plan, importance, startedAtMs, phase } = call;
    if (phase !== 'ringing' || plan === null) return [];
    const subject = { type: 'call', call } as const;
    return { id: callAlertId(id), importance, startedAtMs, plan, subject };
  });
}

function ofConversations({ conversations }: Alerting): CurrentAlert[] {
  return Object.values(conversations).flatMap((conversation) => {
    const { id, alert: plan, importance, startedAtMs, invitation, can } = conversation;
    if (plan === null) return [];
    const isMeeting = can.accept && invitation?.kind === 'onlineMeeting';
    const subject = { type: isMeeting ? 'meeting' : 'message', conversation } as const;
    return { id: conversationAlertId(id), importance, startedAtMs, plan, subject };
  });
}

/** An alert that nobody acknowledged gets louder; one that the user saw is silent. */
function escalated({ unacknowledged }: Alerting, alert: CurrentAlert): CurrentAlert {
  const { plan } = alert;
  switch (unacknowledged[alert.id]?.stage) {
    case 'louder':
      return { ...alert, plan: { ...plan, ring: alarm } };
    case 'seen':
      return { ...alert, plan: { ...plan, ring: null, flash: false } };
    default:
      return alert;
  }
}

const alarm = { tone: 'alarm', repeat: true } as const;

/** Its own plan ended with it: what is left is the alarm, and the window that says why. */
const ofItem = (item: Unacknowledged): CurrentAlert => {
  const isShown = item.stage === 'louder' || item.stage === 'told';
  return {
    id: item.id,
    importance: item.importance,
    startedAtMs: item.sinceMs,
    plan: {
      notification: { urgency: 'critical', timeoutMs: null, hidesText: false },
      ring: item.stage === 'louder' ? alarm : null,
      ringWindow: isShown ? { size: 'large', screens: 'every' } : null,
      takeFocus: false,
      flash: true,
      tray: 'ringingUrgent',
      acknowledge: true,
    },
    subject: { type: 'unacknowledged', item },
  };
};

const ofTrial = (trial: AlertTrial): CurrentAlert => ({
  id: trial.id,
  importance: trial.importance,
  startedAtMs: 0,
  plan: trial.plan,
  subject: { type: 'trial', trial },
});
