import { createContext, type PropsWithChildren, use, useCallback } from 'react';
import type { CommandName, CommandPayload } from '../../app/ipc/commands.ts';
import type { CommandReply } from '../../app/ipc/contract.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { useAppDispatch } from './hooks.ts';
import { commandRefused } from './view-slice.ts';

const BridgeContext = createContext<Bridge | null>(null);

export function BridgeProvider({ bridge, children }: PropsWithChildren<{ bridge: Bridge }>) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

/** The bridge of this window. */
export const useBridge = (): Bridge => {
  const bridge = use(BridgeContext);
  if (bridge === null) throw new Error('There is no BridgeProvider.');
  return bridge;
};

/** Sends a command and gives its reply to the caller, who shows its error. */
export type Ask = <N extends CommandName>(
  name: N,
  payload: CommandPayload<N>,
) => Promise<CommandReply<N>>;

/** Sends a command whose refusal is shown as a notice. */
export type Send = <N extends CommandName>(name: N, payload: CommandPayload<N>) => void;

export const useAsk = (): Ask => useBridge().invoke;

export const useSend = (): Send => {
  const bridge = useBridge();
  const dispatch = useAppDispatch();
  return useCallback(
    (name, payload) => {
      // `invoke` never rejects: a failed delivery is a reply as well.
      void bridge.invoke(name, payload).then((reply) => {
        if (!reply.ok) dispatch(commandRefused(reply.error));
      });
    },
    [bridge, dispatch],
  );
};
