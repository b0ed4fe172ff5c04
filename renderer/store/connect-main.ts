import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { mainStateReceived } from './main-state-slice.ts';
import { PatchApplier } from './patch-applier.ts';
import type { Store } from './store.ts';

/** Keeps the store in step with main; every other message goes to `onOther`. Returns how to stop. */
export const connectMain = (
  bridge: Bridge,
  store: Store,
  onOther: (message: Exclude<WindowMessage, { type: 'patch' }>) => void,
): (() => void) => {
  const applier = new PatchApplier({
    loadSnapshot: async () => {
      const reply = await bridge.invoke('state.snapshot', undefined);
      return reply.ok ? reply.value : null;
    },
    publish: ({ state }) => {
      store.dispatch(mainStateReceived(state));
    },
    reportError: bridge.reportError,
  });
  const stop = bridge.onMessage((message) => {
    if (message.type === 'patch') void applier.receive(message.patch);
    else onOther(message);
  });
  void applier.start();
  return stop;
};
