import type { AppState } from '../../app/domain/app-state.ts';
import type { Call } from '../../app/domain/call.ts';
import { activeCall, ringingCalls, unseen } from '../../app/domain/selectors.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { callerName } from '../desktop/call-notification.ts';

/** How Parley stands, a line for each thing: the session, calls, and what the user has not seen. */
export function statusText(state: AppState, translator: Translator): string {
  const active = activeCall(state);
  return [
    sessionLine(state, translator),
    ...ringingCalls(state).map((call) => ringingLine(call, translator)),
    ...(active === null ? [] : activeLines(active, translator)),
    ...unseenLines(state, translator),
  ].join('\n');
}

function sessionLine({ session, me }: AppState, { translate }: Translator): string {
  switch (session.phase) {
    case 'signedOut':
      return translate('verbs.status.signedOut');
    case 'signingIn':
      return translate('verbs.status.signingIn');
    case 'recovering':
      return translate('verbs.status.recovering', { name: me?.name ?? '' });
    case 'online':
      return translate('verbs.status.online', {
        name: me?.name ?? '',
        presence: translate(`presence.${me?.presence.availability ?? 'Unknown'}`),
      });
  }
}

const ringingLine = (call: Call, { translate }: Translator): string => {
  const name = callerName(call, translate);
  return call.importance === 'Normal'
    ? translate('verbs.status.ringing', { name })
    : translate('verbs.status.ringingUrgent', { name, importance: call.importance });
};

function activeLines(call: Call, { translate }: Translator): string[] {
  const name = callerName(call, translate);
  const phase = call.phase === 'inviting' ? 'verbs.status.calling' : 'verbs.status.inCall';
  return [
    translate(phase, { name }),
    ...(call.hold.local ? [translate('verbs.status.onHold')] : []),
    ...(call.can.mute && !call.sending.audio ? [translate('verbs.status.muted')] : []),
  ];
}

function unseenLines(state: AppState, { translate }: Translator): string[] {
  const { messages, missed } = unseen(state);
  return [
    ...(missed === 0 ? [] : [translate('verbs.status.missed', { count: missed })]),
    ...(messages === 0 ? [] : [translate('verbs.status.unread', { count: messages })]),
    ...(state.alertsPausedUntil === null ? [] : [translate('verbs.status.paused')]),
  ];
}
