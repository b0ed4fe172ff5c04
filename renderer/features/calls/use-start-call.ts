import { useCallback } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { callSelected, commandRefused } from '../../store/view-slice.ts';

/** Starts a plain call to somebody picked, and puts it on the stage. */
export const useStartCall = (): ((uri: string, modality: Call['modality']) => void) => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  return useCallback(
    (to, modality) => {
      void ask('calls.start', { to, modality }).then((reply) => {
        dispatch(reply.ok ? callSelected(reply.value.callId) : commandRefused(reply.error));
      });
    },
    [ask, dispatch],
  );
};
