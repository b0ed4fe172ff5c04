import type { QuickDial } from '../desktop/quick-dial.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/** Commands of the quick dial's page. */
export function quickDialHandlers(
  quickDial: () => Pick<QuickDial, 'pageReady' | 'painted' | 'close' | 'finish'>,
): CommandHandlers {
  return {
    'quickDial.ready': () => {
      quickDial().pageReady();
      return null;
    },
    'quickDial.painted': () => {
      quickDial().painted();
      return null;
    },
    'quickDial.close': () => {
      quickDial().close();
      return null;
    },
    'quickDial.finish': (result) => {
      quickDial().finish(result);
      return null;
    },
  };
}
