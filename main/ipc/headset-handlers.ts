import type { CallVerbs } from '../desktop/call-verbs.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/** What the buttons of a headset ask for ends where keys and tray end. */
export function headsetHandlers(verbs: () => CallVerbs): CommandHandlers {
  return {
    'headset.press': ({ press }) => {
      if (press === 'answer') verbs().answer('headset');
      else if (press === 'hangUp') verbs().hangUp('headset');
      else verbs().toggleMute('headset');
      return null;
    },
  };
}
