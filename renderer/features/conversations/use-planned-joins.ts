import { useEffect } from 'react';
import { callsOf } from '../../../app/domain/selectors.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { joinPlanned } from '../../store/view-slice.ts';

/** Adds sound or picture to meetings that were joined with it, as soon as the server offers it. */
export const usePlannedJoins = (): void => {
  const send = useSend();
  const dispatch = useAppDispatch();
  const joinWith = useView((view) => view.joinWith);
  const conversations = useMain((state) => state.conversations);
  const calls = useMain((state) => state.calls);
  useEffect(() => {
    for (const [conversationId, modality] of Object.entries(joinWith)) {
      const conversation = conversations[conversationId];
      if (conversation === undefined) continue;
      const { state, can } = conversation;
      const done = (): void => {
        dispatch(joinPlanned({ conversationId, modality: null }));
      };
      if (state === 'Ended' || callsOf({ calls }, conversationId).length > 0) done();
      else if (state === 'Conferenced' && can.call) {
        done();
        send('calls.startIn', {
          conversationId,
          modality: can.videoCall ? modality : 'audio',
        });
      }
    }
  }, [send, dispatch, joinWith, conversations, calls]);
};
