import { useCallback } from 'react';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { meetingDialogClosed } from '../../store/meeting-slice.ts';
import { commandRefused, conversationSelected } from '../../store/view-slice.ts';

/** Joins what a text names, with sound, and puts it on the stage. @returns why it was refused; null when it was not */
export function useJoinByText(): (text: string) => Promise<CommandError | null> {
  const ask = useAsk();
  const dispatch = useAppDispatch();
  return useCallback(
    async (text) => {
      const reply = await ask('meetings.join', { text, join: 'audio' });
      if (!reply.ok) return reply.error;
      dispatch(meetingDialogClosed());
      dispatch(conversationSelected(reply.value.conversationId));
      return null;
    },
    [ask, dispatch],
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
