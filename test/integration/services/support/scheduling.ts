import { type MeetingValues, newMeetingValues } from '../../../../app/domain/meeting.ts';
import { toCommandError } from '../../../../app/services/command-failure.ts';
import type { Communicator } from './communicator.ts';

/** What specs about scheduled meetings have in common. */

export const meetingsOf = ({ state }: Communicator) => state.meetings;

const values = (who: Communicator, changes: Partial<MeetingValues> = {}) => ({
  ...newMeetingValues(meetingsOf(who).options),
  leaders: [],
  attendees: [],
  ...changes,
});

export async function schedule(who: Communicator, changes: Partial<MeetingValues> = {}) {
  const { leaders = [], attendees = [], ...more } = changes;
  const { meetingId } = await who.commands['meetings.schedule']({
    ...values(who, more),
    leaders: [...leaders],
    attendees: [...attendees],
  });
  return meetingId;
}

export const meeting = (who: Communicator, id: string) => {
  const found = meetingsOf(who).list.find((each) => each.id === id);
  if (found === undefined) throw new Error('no such meeting');
  return found;
};

export const inMeeting = (who: Communicator, conversationId: string) =>
  who.until(({ conversations }) => {
    const conversation = conversations[conversationId];
    return conversation?.state === 'Conferenced' ? conversation : null;
  });

/** What the user reads when it is refused. */
export const refusal = (command: Promise<unknown>) =>
  command.then(
    () => null,
    (reason: unknown) => toCommandError(reason),
  );
