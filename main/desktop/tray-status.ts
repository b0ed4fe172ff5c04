import type { AppState } from '../../app/domain/app-state.ts';
import { currentAlerts } from '../../app/domain/current-alerts.ts';
import { activeCall, mostPressingRingingCall, unseen } from '../../app/domain/selectors.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { callerName } from './call-notification.ts';

type TrayPresence =
  | 'online'
  | 'busy'
  | 'do-not-disturb'
  | 'away'
  | 'offline'
  | 'signed-out'
  | 'recovering';

type TrayCallState = 'idle' | 'ringing' | 'ringing-urgent' | 'in-call';

/** What the icon shows, and says when the pointer rests on it. */
export interface TrayStatus {
  readonly presence: TrayPresence;
  readonly call: TrayCallState;
  /** Something came that the user has not seen; a call that rings goes before it. */
  readonly unseen: boolean;
  readonly tooltip: string;
}

export function trayStatus(state: AppState, translator: Translator): TrayStatus {
  const call = callStateOf(state);
  const { messages, missed } = unseen(state);
  return {
    presence: presenceOf(state),
    call,
    unseen: messages + missed > 0 && (call === 'idle' || call === 'in-call'),
    tooltip: [nowLine(state, translator), ...laterLines(state, translator)].join('\n'),
  };
}

function presenceOf({ session, me }: AppState): TrayPresence {
  if (session.phase === 'recovering') return 'recovering';
  if (session.phase !== 'online') return 'signed-out';
  switch (me?.presence.availability) {
    case 'Online':
    case 'IdleOnline':
      return 'online';
    case 'Busy':
    case 'IdleBusy':
      return 'busy';
    case 'DoNotDisturb':
      return 'do-not-disturb';
    case 'BeRightBack':
    case 'Away':
      return 'away';
    default:
      return 'offline';
  }
}

function callStateOf(state: AppState): TrayCallState {
  const asked = currentAlerts(state).map(({ plan }) => plan.tray);
  if (asked.includes('ringingUrgent')) return 'ringing-urgent';
  if (asked.includes('ringing')) return 'ringing';
  return activeCall(state) === null ? 'idle' : 'in-call';
}

/** What goes on now. */
function nowLine(state: AppState, { translate }: Translator): string {
  const ringing = mostPressingRingingCall(state);
  if (ringing !== null) {
    const name = callerName(ringing, translate);
    return ringing.importance === 'Normal'
      ? translate('tray.tooltip.ringing', { name })
      : translate('tray.tooltip.ringingUrgent', { name, importance: ringing.importance });
  }
  const active = activeCall(state);
  if (active !== null) {
    return translate('tray.tooltip.inCall', { name: callerName(active, translate) });
  }
  if (state.session.phase !== 'online') return translate(`tray.tooltip.${state.session.phase}`);
  const availability = state.me?.presence.availability ?? 'Unknown';
  return translate('tray.tooltip.online', { presence: translate(`presence.${availability}`) });
}

/** What waits for the user, and what they should not forget. */
function laterLines(state: AppState, { translate }: Translator): string[] {
  const { messages, missed } = unseen(state);
  return [
    ...(missed === 0 ? [] : [translate('tray.tooltip.missed', { count: missed })]),
    ...(messages === 0 ? [] : [translate('tray.tooltip.unread', { count: messages })]),
    ...(state.alertsPausedUntil === null ? [] : [translate('tray.tooltip.paused')]),
  ];
}
