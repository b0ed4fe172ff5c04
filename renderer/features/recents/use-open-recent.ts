import { useCallback } from 'react';
import type { Recent } from '../../../app/domain/history.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { commandRefused, conversationSelected } from '../../store/view-slice.ts';
import { useStartCall } from '../calls/use-start-call.ts';
import { useJoinByText } from '../meetings/use-join-meeting.ts';
import { recentAction } from './recent-words.ts';

/** Whether the server lets the user go on with a line of the history. */
export const useCanOpenRecent = (recent: Recent): boolean => {
  const can = useMain((state) => state.can);
  const canJoin = useMain(({ meetings }) => meetings.can.join);
  const isThere = useMain(
    ({ conversations }) => conversations[recent.conversationId ?? ''] !== undefined,
  );
  const hasAddress = (recent.remote?.uri ?? '') !== '';
  switch (recentAction(recent)) {
    case 'call': {
      const video = recent.type === 'call' && recent.modality === 'audioVideo';
      return hasAddress && (video ? can.startAudioVideo : can.startAudio);
    }
    case 'chat':
      return isThere || (hasAddress && can.startChat);
    case 'join':
      return recent.onlineMeetingUri !== null && canJoin;
  }
};

/** Goes on with a line of the history: calls again, writes again, or joins the meeting again. */
export const useOpenRecent = (): ((recent: Recent) => void) => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const startCall = useStartCall();
  const join = useJoinByText();
  const conversations = useMain((state) => state.conversations);
  return useCallback(
    (recent) => {
      const { conversationId, onlineMeetingUri } = recent;
      const to = recent.remote?.uri ?? '';
      const thread = recent.threadId === null ? {} : { threadId: recent.threadId };
      const action = recentAction(recent);
      if (action === 'call' && recent.type === 'call') startCall(to, recent.modality, thread);
      else if (action === 'join') {
        void join(onlineMeetingUri ?? '').then((error) => {
          if (error !== null) dispatch(commandRefused(error));
        });
      } else if (conversationId !== null && conversations[conversationId] !== undefined) {
        dispatch(conversationSelected(conversationId));
      } else {
        void ask('conversations.startChat', { to, ...thread }).then((reply) => {
          dispatch(
            reply.ok
              ? conversationSelected(reply.value.conversationId)
              : commandRefused(reply.error),
          );
        });
      }
    },
    [ask, dispatch, startCall, join, conversations],
  );
};
