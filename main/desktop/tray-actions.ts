import type { WindowPlace } from '../../app/domain/window-place.ts';
import { assertNever } from '../../app/util/assert-never.ts';
import type { CallActions } from './call-actions.ts';
import type { RunTrayAction } from './tray-icon.ts';

/** How long the entry of the menu pauses alerts. */
const pauseMinutes = 60;

/** What the tray does beside calls. */
export interface TrayShell {
  open(): void;
  show(place: WindowPlace): void;
  /** Whom to call is typed next. */
  dial(): void;
  quit(): void;
}

/** Does what an entry of the tray's menu is for. */
export function trayActions(actions: CallActions, shell: TrayShell): RunTrayAction {
  return (action) => {
    switch (action.type) {
      case 'open':
      case 'dial':
      case 'quit':
        shell[action.type]();
        break;
      case 'show':
        shell.show(action.place);
        break;
      case 'meetNow':
        void actions.startMeeting('tray').then((conversationId) => {
          if (conversationId !== null) {
            shell.show({ kind: 'conversation', conversationId });
          }
        });
        break;
      case 'call':
        actions.start(action.to, action.modality, 'tray');
        shell.open();
        break;
      case 'answer':
        actions.answer(action.callId, action.modality, 'tray');
        break;
      case 'decline':
      case 'hangUp':
      case 'cancel':
      case 'hold':
      case 'resume':
        actions[action.type](action.callId, 'tray');
        break;
      case 'setSending':
        actions.setSending(action.callId, action.audio, action.video, 'tray');
        break;
      case 'setPresence':
        actions.setPresence(action.availability, 'tray');
        break;
      case 'clearNote':
        actions.clearNote('tray');
        break;
      case 'pauseAlerts':
        actions.pauseAlerts(pauseMinutes, 'tray');
        break;
      case 'resumeAlerts':
        actions.resumeAlerts('tray');
        break;
      default:
        assertNever(action);
    }
  };
}
