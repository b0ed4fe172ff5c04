import { useCallback } from 'react';
import type { Importance } from '../../../app/domain/importance.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { commandRefused, conversationSelected } from '../../store/view-slice.ts';

interface MeetingOptions {
  readonly subject?: string;
  readonly importance?: Importance;
}

/** Opens the chat with somebody picked, and puts it on the stage. */
export const useStartChat = (): ((uri: string) => void) => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  return useCallback(
    (to) => {
      void ask('conversations.startChat', { to }).then((reply) => {
        dispatch(
          reply.ok ? conversationSelected(reply.value.conversationId) : commandRefused(reply.error),
        );
      });
    },
    [ask, dispatch],
  );
};

/** Starts a meeting, to be joined with sound, and puts it on the stage. */
export const useMeetNow = (): ((options?: MeetingOptions) => void) => {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  return useCallback(
    (options = {}) => {
      void ask('conversations.startMeeting', { ...options, join: 'audio' }).then((reply) => {
        dispatch(
          reply.ok ? conversationSelected(reply.value.conversationId) : commandRefused(reply.error),
        );
      });
    },
    [ask, dispatch],
  );
};
