import type { RingTone } from './alert-plan.ts';
import type { Importance } from './importance.ts';

/**
 * - `meeting`: an invitation into a meeting
 * - `message`: what somebody wrote, or an invitation to a chat
 * - `missed`: a call or an invitation into a meeting that nobody took
 */
export const alertKinds = ['call', 'meeting', 'message', 'missed', 'voicemail'] as const;

export type AlertKind = (typeof alertKinds)[number];

export const notificationStays = ['none', 'brief', 'normal', 'long', 'forever'] as const;

/** For how long a native notification is shown; `forever`: until the alert ends. */
export type NotificationStay = (typeof notificationStays)[number];

export const stayMs: Readonly<Record<Exclude<NotificationStay, 'none'>, number | null>> = {
  brief: 10_000,
  normal: 25_000,
  long: 60_000,
  forever: null,
};

export const ringWindowRules = ['none', 'small', 'large', 'everyScreen'] as const;

/** `everyScreen`: large, and on each screen. */
export type RingWindowRule = (typeof ringWindowRules)[number];

/** One cell of the matrix: how one kind of thing alerts at one importance. */
export interface AlertRule {
  readonly notification: NotificationStay;
  readonly tone: 'none' | RingTone;
  /** The tone goes on until the alert ends. */
  readonly repeat: boolean;
  readonly ringWindow: RingWindowRule;
  readonly flash: boolean;
  /** Passes Parley's own Do Not Disturb, and alerts that are paused. */
  readonly throughDoNotDisturb: boolean;
  /** Passes that of the operating system: the native notification is a critical one. */
  readonly throughDesktop: boolean;
  /** It goes on, louder, until somebody says that they saw it. */
  readonly acknowledge: boolean;
}

/** A cell that the user wants to be otherwise. */
export interface AlertChange extends AlertRule {
  readonly kind: AlertKind;
  readonly importance: Importance;
}

const told: AlertRule = {
  notification: 'normal',
  tone: 'none',
  repeat: false,
  ringWindow: 'none',
  flash: false,
  throughDoNotDisturb: false,
  throughDesktop: false,
  acknowledge: false,
};
const rings: AlertRule = { ...told, tone: 'normal', repeat: true, ringWindow: 'small' };
const ringsUrgently: AlertRule = {
  ...rings,
  notification: 'long',
  tone: 'urgent',
  flash: true,
  throughDesktop: true,
};
const alarms: AlertRule = {
  ...ringsUrgently,
  notification: 'forever',
  tone: 'emergency',
  ringWindow: 'everyScreen',
  throughDoNotDisturb: true,
  acknowledge: true,
};

/** How everything alerts until the user wants it otherwise. */
export const defaultMatrix: Readonly<Record<AlertKind, Readonly<Record<Importance, AlertRule>>>> = {
  call: { Normal: rings, Urgent: ringsUrgently, Emergency: alarms },
  meeting: { Normal: rings, Urgent: ringsUrgently, Emergency: alarms },
  message: {
    Normal: { ...told, notification: 'brief', tone: 'soft' },
    Urgent: { ...told, notification: 'long', tone: 'urgent', flash: true, throughDesktop: true },
    Emergency: alarms,
  },
  missed: {
    Normal: told,
    Urgent: { ...told, notification: 'long', tone: 'soft', flash: true },
    Emergency: { ...alarms, repeat: false, ringWindow: 'none' },
  },
  voicemail: {
    Normal: told,
    Urgent: { ...told, notification: 'long', tone: 'soft', flash: true },
    Emergency: { ...alarms, repeat: false, ringWindow: 'none', acknowledge: false },
  },
};

/** The cell as the user wants it. */
export function ruleOf(
  changes: readonly AlertChange[],
  kind: AlertKind,
  importance: Importance,
): AlertRule {
  const changed = changes.find((each) => each.kind === kind && each.importance === importance);
  return changed ?? defaultMatrix[kind][importance];
}

/** What the user is busy with. */
export type Situation = 'free' | 'busy' | 'inCall' | 'presenting';

/** What a situation takes from a cell. */
interface SituationRule {
  readonly tone: 'same' | 'soft' | 'none';
  /** The tone may go on. */
  readonly repeat: boolean;
  readonly ringWindow: boolean;
}

const asItIs: SituationRule = { tone: 'same', repeat: true, ringWindow: true };

/** What situations take from the cells of the matrix; from an emergency nothing. */
export const situationRules: Readonly<
  Record<Situation, Readonly<Record<Importance, SituationRule>>>
> = {
  free: { Normal: asItIs, Urgent: asItIs, Emergency: asItIs },
  busy: { Normal: { ...asItIs, tone: 'soft' }, Urgent: asItIs, Emergency: asItIs },
  inCall: {
    Normal: { ...asItIs, tone: 'soft', repeat: false },
    Urgent: { ...asItIs, repeat: false },
    Emergency: asItIs,
  },
  presenting: {
    Normal: { tone: 'none', repeat: false, ringWindow: false },
    Urgent: { tone: 'soft', repeat: false, ringWindow: true },
    Emergency: asItIs,
  },
};
