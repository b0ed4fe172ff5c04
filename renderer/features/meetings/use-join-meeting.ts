import { useCallback } from 'react';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { meetingDialogClosed } from '../../store/meeting-slice.ts';
import { commandRefused, conversationSelected, joinPlanned } from '../../store/view-slice.ts';

/** Puts a meeting that is being joined on the stage, to be heard as soon as one is let in. */
export function useShowJoined(): (conversationId: string) => void {
  const dispatch = useAppDispatch();
  return useCallback(
    (conversationId) => {
      dispatch(conversationSelected(conversationId));
      dispatch(joinPlanned({ conversationId, modality: 'audio' }));
    },
    [dispatch],
  );
}

/** Joins what a text names. @returns why it was refused; null when it was not */
export function useJoinByText(): (text: string) => Promise<CommandError | null> {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const show = useShowJoined();
  return useCallback(
    async (text) => {
      const reply = await ask('meetings.join', { text });
      if (!reply.ok) return reply.error;
      dispatch(meetingDialogClosed());
      show(reply.value.conversationId);
      return null;
    },
    [ask, dispatch, show],
  );
}

/** Joins one of the user's meetings; a refusal becomes a notice. */
export function useJoinMeeting(): (meeting: ScheduledMeeting) => void {
  const join = useJoinByText();
  const dispatch = useAppDispatch();
  return useCallback(
    ({ onlineMeetingUri }) => {
      if (onlineMeetingUri === null) return;
      void join(onlineMeetingUri).then((error) => {
        if (error !== null) dispatch(commandRefused(error));
      });
    },
    [join, dispatch],
  );
}
