import type { CommandHandlers } from '../ipc/command-endpoint.ts';
import type { DemoMode } from './demo-mode.ts';

export function demoHandlers(demo: DemoMode): CommandHandlers {
  return {
    'demo.start': async () => {
      await demo.start();
      return null;
    },
    'demo.callMe': async (wish) => {
      await demo.callMe(wish);
      return null;
    },
  };
}
