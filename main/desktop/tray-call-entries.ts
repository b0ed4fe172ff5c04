import type { AppState } from '../../app/domain/app-state.ts';
import type { Call } from '../../app/domain/call.ts';
import { activeCall, ringingCalls } from '../../app/domain/selectors.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { callerName } from './call-notification.ts';
import { type TrayEntry, trayEntry } from './tray-entry.ts';

/** What can be done about calls: those that ring, then the one the user is busy with. */
export function callEntries(state: AppState, translator: Translator): readonly TrayEntry[] {
  const active = activeCall(state);
  return [
    ...ringingCalls(state).flatMap((call) => ringingEntries(call, translator)),
    ...(active === null ? [] : activeEntries(active, translator)),
  ];
}

function ringingEntries(call: Call, { translate }: Translator): TrayEntry[] {
  const { id: callId, can, modality } = call;
  const name = callerName(call, translate);
  const answer = { type: 'answer', callId, modality } as const;
  return [
    ...(can.answer ? [trayEntry(translate('tray.answer', { name }), answer)] : []),
    ...(can.answer && modality === 'audioVideo'
      ? [trayEntry(translate('tray.answerAudio', { name }), { ...answer, modality: 'audio' })]
      : []),
    ...(can.decline
      ? [trayEntry(translate('tray.decline', { name }), { type: 'decline', callId })]
      : []),
  ];
}

function activeEntries(call: Call, { translate }: Translator): TrayEntry[] {
  const { id: callId, can, sending } = call;
  const name = callerName(call, translate);
  const { audio, video } = sending;
  const mute = { type: 'setSending', callId, audio: !audio, video } as const;
  return [
    ...(can.mute ? [trayEntry(translate(audio ? 'call.mute' : 'call.unmute'), mute)] : []),
    ...(can.hold ? [trayEntry(translate('call.hold'), { type: 'hold', callId })] : []),
    ...(can.resume ? [trayEntry(translate('call.resume'), { type: 'resume', callId })] : []),
    ...(can.hangUp || can.cancel
      ? [
          trayEntry(translate('tray.hangUp', { name }), {
            type: can.hangUp ? 'hangUp' : 'cancel',
            callId,
          }),
        ]
      : []),
  ];
}
