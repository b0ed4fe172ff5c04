import { contextBridge, ipcRenderer } from 'electron';
import type { CommandName } from '../../app/ipc/commands.ts';
import {
  type CommandReply,
  commandChannel,
  messageChannel,
  type ParleyBridge,
  type WindowMessage,
} from '../../app/ipc/contract.ts';

/** The one thing of the page that is used here. */
declare const window: { addEventListener(type: 'online', listener: () => void): void };

const bridge: ParleyBridge = {
  invoke: (name, payload) => invoke(name, payload),
  onMessage(listener) {
    const onMessage = (_event: unknown, message: WindowMessage): void => listener(message);
    ipcRenderer.on(messageChannel, onMessage);
    return () => ipcRenderer.off(messageChannel, onMessage);
  },
};

function invoke<N extends CommandName>(name: N, payload: unknown): Promise<CommandReply<N>> {
  return ipcRenderer.invoke(commandChannel, name, payload);
}

contextBridge.exposeInMainWorld('parley', bridge);

// Only pages are told that the network is back; main passes it on to whoever waits for it.
window.addEventListener('online', () => {
  void invoke('network.online', undefined);
});
