import {
  type AlertKind,
  type AlertRule,
  ruleOf,
  type Situation,
  situationRules,
  stayMs,
} from './alert-matrix.ts';
import type { AlertPlan } from './alert-plan.ts';
import type { Importance } from './importance.ts';
import type { Availability } from './presence.ts';
import type { Settings } from './settings.ts';

export interface AlertCircumstances {
  readonly kind: AlertKind;
  readonly importance: Importance;
  /** The user's own availability. */
  readonly presence: Availability;
  /** The user shows something to others. */
  readonly presenting: boolean;
  /** Another call is ringing, being set up or connected. */
  readonly inCall: boolean;
  /** One of Parley's windows has the keyboard focus. */
  readonly focused: boolean;
  /** The user paused alerts for a while. */
  readonly paused: boolean;
  /** The operating system's own Do Not Disturb is on. */
  readonly desktopQuiet: boolean;
  readonly settings: Pick<Settings, 'ringTone' | 'ringDuringCalls' | 'alerts'>;
}

/** Nothing is shown or heard; what came is in the main window, and is counted there. */
const quiet: AlertPlan = {
  notification: null,
  ring: null,
  ringWindow: null,
  takeFocus: false,
  flash: false,
  tray: 'quiet',
  acknowledge: false,
};

/**
 * How to announce something: its cell of the matrix as the user wants it, less what the situation
 * takes from it. Do Not Disturb and paused alerts take all of it, the operating system's own takes
 * what is not the system's to show; each unless the cell passes it.
 */
export function decideAlert(circumstances: AlertCircumstances): AlertPlan {
  const { kind, importance, presence, paused, focused, desktopQuiet, settings } = circumstances;
  const rule = ruleOf(settings.alerts.changes, kind, importance);
  const isSilenced = presence === 'DoNotDisturb' || paused;
  if (isSilenced && !rule.throughDoNotDisturb) return quiet;
  const situation = situationOf(circumstances);
  const isHeldBack = desktopQuiet && !rule.throughDesktop;
  const ringWindow = isHeldBack ? null : ringWindowOf(rule, circumstances, situation);
  const isUrgent = importance !== 'Normal';
  return {
    notification: notificationOf(rule, circumstances, situation),
    ring: isHeldBack ? null : ringOf(rule, circumstances, situation),
    ringWindow,
    takeFocus: ringWindow !== null && rule.acknowledge && !focused,
    // Whoever looks at Parley sees it; an alarm flashes in any case.
    flash: rule.flash && !isHeldBack && (rule.acknowledge || !focused),
    tray: ringWindow === null ? 'quiet' : isUrgent ? 'ringingUrgent' : 'ringing',
    acknowledge: rule.acknowledge,
  };
}

function situationOf({ presenting, inCall, presence }: AlertCircumstances): Situation {
  if (presenting) return 'presenting';
  if (inCall) return 'inCall';
  return presence === 'Busy' || presence === 'IdleBusy' ? 'busy' : 'free';
}

function notificationOf(
  rule: AlertRule,
  { importance, kind, focused }: AlertCircumstances,
  situation: Situation,
): AlertPlan['notification'] {
  if (rule.notification === 'none') return null;
  // Whoever looks at Parley sees the ring screen: the notification may go sooner.
  const isBrief = focused && importance === 'Normal' && (kind === 'call' || kind === 'meeting');
  return {
    urgency: rule.throughDesktop ? 'critical' : kind === 'voicemail' ? 'low' : 'normal',
    timeoutMs: stayMs[isBrief ? 'brief' : rule.notification],
    hidesText: situation === 'presenting',
  };
}

function ringOf(
  { tone, repeat }: AlertRule,
  { importance, settings }: AlertCircumstances,
  situation: Situation,
): AlertPlan['ring'] {
  const isOff = !settings.ringTone && importance !== 'Emergency';
  const isOffHere = situation === 'inCall' && importance === 'Normal' && !settings.ringDuringCalls;
  const taken = situationRules[situation][importance];
  if (tone === 'none' || taken.tone === 'none' || isOff || isOffHere) return null;
  return { tone: taken.tone === 'soft' ? 'soft' : tone, repeat: repeat && taken.repeat };
}

function ringWindowOf(
  { ringWindow }: AlertRule,
  { importance }: AlertCircumstances,
  situation: Situation,
): AlertPlan['ringWindow'] {
  if (ringWindow === 'none' || !situationRules[situation][importance].ringWindow) return null;
  return {
    size: ringWindow === 'small' ? 'small' : 'large',
    screens: ringWindow === 'everyScreen' ? 'every' : 'active',
  };
}
