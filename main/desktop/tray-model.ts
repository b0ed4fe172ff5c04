import type { AppState } from '../../app/domain/app-state.ts';
import type { Call } from '../../app/domain/call.ts';
import { type PreferredAvailability, preferredAvailabilities } from '../../app/domain/presence.ts';
import { activeCall, mostPressingRingingCall, ringingCalls } from '../../app/domain/selectors.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';
import { callerName } from './call-notification.ts';

export type TrayPresence =
  | 'online'
  | 'busy'
  | 'do-not-disturb'
  | 'away'
  | 'offline'
  | 'signed-out'
  | 'recovering';

export type TrayCallState = 'idle' | 'ringing' | 'ringing-urgent' | 'in-call';

/** What choosing an entry of the menu does. */
export type TrayAction =
  | { readonly type: 'open' }
  | { readonly type: 'quit' }
  | { readonly type: 'answer'; readonly callId: string; readonly modality: CallModality }
  | { readonly type: 'decline'; readonly callId: string }
  | { readonly type: 'hangUp'; readonly callId: string }
  | { readonly type: 'cancel'; readonly callId: string }
  | {
      readonly type: 'setSending';
      readonly callId: string;
      readonly audio: boolean;
      readonly video: boolean;
    }
  | { readonly type: 'setPresence'; readonly availability: PreferredAvailability };

export type TrayEntry =
  | { readonly type: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly type: 'separator' }
  | {
      readonly type: 'submenu';
      readonly label: string;
      readonly entries: readonly {
        readonly label: string;
        readonly checked: boolean;
        readonly action: TrayAction;
      }[];
    };

/** Everything about the tray icon, as data. */
export interface TrayModel {
  readonly presence: TrayPresence;
  readonly call: TrayCallState;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

/** The tray for a state: pure, so that it can be compared and tested. */
export function trayModel(state: AppState, translator: Translator): TrayModel {
  return {
    presence: presenceOf(state),
    call: callStateOf(state),
    tooltip: tooltipOf(state, translator),
    menu: [...callEntries(state, translator), ...generalEntries(state, translator)],
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
  const asked = ringingCalls(state).map((call) => call.alert?.tray ?? 'quiet');
  if (asked.includes('ringingUrgent')) return 'ringing-urgent';
  if (asked.includes('ringing')) return 'ringing';
  return activeCall(state) === null ? 'idle' : 'in-call';
}

function tooltipOf(state: AppState, { translate }: Translator): string {
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

function callEntries(state: AppState, translator: Translator): TrayEntry[] {
  const ringing = ringingCalls(state).flatMap((call) => ringingEntries(call, translator));
  const active = activeCall(state);
  const entries = active === null ? ringing : [...ringing, ...activeEntries(active, translator)];
  return entries.length === 0 ? [] : [...entries, { type: 'separator' }];
}

function ringingEntries(call: Call, { translate }: Translator): TrayEntry[] {
  const name = callerName(call, translate);
  const callId = call.id;
  const answer = (key: 'tray.answer' | 'tray.answerAudio', modality: CallModality): TrayEntry => ({
    type: 'action',
    label: translate(key, { name }),
    action: { type: 'answer', callId, modality },
  });
  return [
    ...(call.can.answer ? [answer('tray.answer', call.modality)] : []),
    ...(call.can.answer && call.modality === 'audioVideo'
      ? [answer('tray.answerAudio', 'audio')]
      : []),
    ...(call.can.decline
      ? [
          {
            type: 'action' as const,
            label: translate('tray.decline', { name }),
            action: { type: 'decline' as const, callId },
          },
        ]
      : []),
  ];
}

function activeEntries(call: Call, { translate }: Translator): TrayEntry[] {
  const callId = call.id;
  const entries: TrayEntry[] = [];
  if (call.can.mute) {
    const { audio, video } = call.sending;
    entries.push({
      type: 'action',
      label: translate(audio ? 'call.mute' : 'call.unmute'),
      action: { type: 'setSending', callId, audio: !audio, video },
    });
  }
  if (call.can.hangUp || call.can.cancel) {
    entries.push({
      type: 'action',
      label: translate('tray.hangUp', { name: callerName(call, translate) }),
      action: { type: call.can.hangUp ? 'hangUp' : 'cancel', callId },
    });
  }
  return entries;
}

function generalEntries({ me, session }: AppState, { translate }: Translator): TrayEntry[] {
  const open: TrayEntry = {
    type: 'action',
    label: translate('tray.open'),
    action: { type: 'open' },
  };
  const quit: TrayEntry = {
    type: 'action',
    label: translate('tray.quit'),
    action: { type: 'quit' },
  };
  if (session.phase !== 'online' || me === null || !me.canSetPresence) {
    return [open, { type: 'separator' }, quit];
  }
  const presence: TrayEntry = {
    type: 'submenu',
    label: translate('tray.presence'),
    entries: preferredAvailabilities.map((availability) => ({
      label: translate(`presence.preferred.${availability}`),
      checked: availability === me.presence.availability,
      action: { type: 'setPresence', availability },
    })),
  };
  return [open, presence, { type: 'separator' }, quit];
}
