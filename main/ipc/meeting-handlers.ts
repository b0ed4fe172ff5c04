import type { Meetings } from '../../app/domain/meeting.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import { CommandFailure } from '../../app/services/command-failure.ts';
import { invitationText } from '../meetings/invitation-text.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/**
 * What leaves Parley of a meeting.
 * @param copy puts a text into the clipboard
 */
export function meetingHandlers(
  shown: () => Meetings,
  translator: Translator,
  copy: (text: string) => void,
): CommandHandlers {
  return {
    'meetings.copyInvitation': ({ meetingId }) => {
      const meetings = shown();
      const meeting = meetings.list.find(({ id }) => id === meetingId);
      if (meeting === undefined) throw new CommandFailure('not-found', 'error.gone');
      copy(invitationText(meeting, meetings, translator));
      return null;
    },
  };
}
