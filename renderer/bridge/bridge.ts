import type { CommandName, CommandPayload } from '../../app/ipc/commands.ts';
import type { CommandReply, ParleyBridge, WindowMessage } from '../../app/ipc/contract.ts';
import { windowMessageSchema } from '../../app/ipc/window-message.ts';

/** The renderer's way to main: typed both ways, never throwing. */
export interface Bridge {
  /** Sends a command. A command that could not be delivered counts as an `internal` error. */
  invoke<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<CommandReply<N>>;
  /** Listens to main; messages that are none are left out and logged in main. */
  onMessage(listener: (message: WindowMessage) => void): () => void;
  /** Tells main about a fault of this window, for the log. Never fails. */
  reportError(message: string): void;
}

/** Wraps what the preload script gave. */
export const createBridge = (parley: ParleyBridge): Bridge => {
  const reportError = (message: string): void => {
    // Nothing can be told about a log that cannot be reached.
    parley.invoke('log.rendererError', { message: message.slice(0, 4000) }).catch(() => undefined);
  };
  return {
    async invoke(name, payload) {
      try {
        return await parley.invoke(name, payload);
      } catch (error) {
        reportError(`${name} could not be delivered: ${String(error)}`);
        return {
          ok: false,
          error: { code: 'internal', messageKey: 'error.internal', values: {} },
        };
      }
    },
    onMessage: (listener) =>
      parley.onMessage((raw) => {
        const message = windowMessageSchema.safeParse(raw);
        if (message.success) listener(message.data);
        else reportError(`A message of main was not understood: ${message.error.message}`);
      }),
    reportError,
  };
};
