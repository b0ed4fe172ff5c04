import { useCallback } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { CommandPayload } from '../../../app/ipc/commands.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { callSelected, commandRefused, emergencyDialled } from '../../store/view-slice.ts';

/** What a call to somebody picked may have beside who and with what. */
export type StartMore = Pick<CommandPayload<'calls.start'>, 'via' | 'threadId' | 'subject'>;

/** Starts a call to somebody picked, and puts it on the stage. */
export const useStartCall = (): ((
  uri: string,
  modality: Call['modality'],
  more?: StartMore,
) => void) => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  return useCallback(
    (to, modality, more = {}) => {
      void ask('calls.start', { to, modality, ...more }).then((reply) => {
        if (reply.ok) dispatch(callSelected(reply.value.callId));
        else if (reply.error.messageKey === 'error.confirmEmergency') {
          dispatch(emergencyDialled(to));
        } else dispatch(commandRefused(reply.error));
      });
    },
    [ask, dispatch],
  );
};
