import { useEffect } from 'react';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { commandRefused, invitationPlanned } from '../../store/view-slice.ts';

/** Asks into a meeting whom the user wants to meet there, as soon as the server offers it. */
export const usePlannedInvitations = (): void => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const inviteTo = useView((view) => view.inviteTo);
  const conversations = useMain((state) => state.conversations);
  useEffect(() => {
    for (const [conversationId, to] of Object.entries(inviteTo)) {
      const conversation = conversations[conversationId];
      if (conversation === undefined) continue;
      const { state, can } = conversation;
      const isThere = state === 'Conferenced' && can.addParticipant;
      if (state !== 'Ended' && !isThere) continue;
      dispatch(invitationPlanned({ conversationId, to: null }));
      if (!isThere) continue;
      void ask('conversations.addParticipants', { conversationId, to: [to] }).then((reply) => {
        const error = reply.ok ? reply.value.refused[0]?.error : reply.error;
        if (error !== undefined) dispatch(commandRefused(error));
      });
    }
  }, [ask, dispatch, inviteTo, conversations]);
};
