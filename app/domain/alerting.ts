import type { AlertPlan } from './alert-plan.ts';
import type { Importance } from './importance.ts';
import type { Availability } from './presence.ts';
import type { Settings } from './settings.ts';

export interface AlertCircumstances {
  readonly importance: Importance;
  /** The user's own availability. */
  readonly presence: Availability;
  /** Another call is ringing, being set up or connected. */
  readonly inCall: boolean;
  /** One of Parley's windows has the keyboard focus. */
  readonly focused: boolean;
  readonly settings: Pick<Settings, 'ringTone' | 'ringDuringCalls' | 'breakThroughDoNotDisturb'>;
}

/** Nothing is shown or heard; the call can still be taken in the main window, else it is missed. */
const quiet: AlertPlan = {
  notification: null,
  ring: null,
  ringWindow: false,
  takeFocus: false,
  flash: false,
  tray: 'quiet',
};

/**
 * How to announce an incoming call.
 *
 * | | Normal | Urgent | Emergency |
 * |---|---|---|---|
 * | notification | normal, leaves after a while | critical, leaves after a long while | critical, stays |
 * | tone | normal; soft while busy; once while in a call | urgent; once while in a call | emergency, in any case |
 * | attention | ring window | and the task bar flashes unless Parley is in front | and the focus is taken |
 *
 * During Do Not Disturb only the importance that the user let through is announced.
 */
export function decideAlert(circumstances: AlertCircumstances): AlertPlan {
  if (isSilenced(circumstances)) return quiet;
  switch (circumstances.importance) {
    case 'Normal':
      return planNormal(circumstances);
    case 'Urgent':
      return planUrgent(circumstances);
    case 'Emergency':
      return emergency;
  }
}

function isSilenced({ importance, presence, settings }: AlertCircumstances): boolean {
  if (presence !== 'DoNotDisturb') return false;
  switch (settings.breakThroughDoNotDisturb) {
    case 'never':
      return true;
    case 'emergency':
      return importance !== 'Emergency';
    case 'urgent':
      return importance === 'Normal';
  }
}

function planNormal({ presence, inCall, focused, settings }: AlertCircumstances): AlertPlan {
  const busy = presence === 'Busy' || presence === 'IdleBusy';
  return {
    // Whoever looks at Parley sees the ring screen: the notification may go sooner.
    notification: { urgency: 'normal', timeoutMs: focused ? 10_000 : 25_000 },
    ring: normalRing(inCall, busy, settings),
    ringWindow: true,
    takeFocus: false,
    flash: false,
    tray: 'ringing',
  };
}

function normalRing(
  inCall: boolean,
  busy: boolean,
  settings: AlertCircumstances['settings'],
): AlertPlan['ring'] {
  if (!settings.ringTone) return null;
  if (inCall) return settings.ringDuringCalls ? { tone: 'soft', repeat: false } : null;
  return { tone: busy ? 'soft' : 'normal', repeat: true };
}

function planUrgent({ inCall, focused, settings }: AlertCircumstances): AlertPlan {
  return {
    notification: { urgency: 'critical', timeoutMs: 60_000 },
    ring: settings.ringTone ? { tone: 'urgent', repeat: !inCall } : null,
    ringWindow: true,
    takeFocus: false,
    flash: !focused,
    tray: 'ringingUrgent',
  };
}

const emergency: AlertPlan = {
  notification: { urgency: 'critical', timeoutMs: null },
  ring: { tone: 'emergency', repeat: true },
  ringWindow: true,
  takeFocus: true,
  flash: true,
  tray: 'ringingUrgent',
};
