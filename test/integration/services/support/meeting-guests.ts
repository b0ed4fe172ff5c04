import type { AppState } from '../../../../app/domain/app-state.ts';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { newMeetingValues } from '../../../../app/domain/meeting.ts';
import type { Participant } from '../../../../app/domain/roster.ts';
import type { Communicator } from './communicator.ts';

/** A conversation when it has come so far. */
export const when = (
  who: Communicator,
  id: string,
  fits: (conversation: Conversation) => unknown,
): Promise<Conversation> =>
  who.until(({ conversations }: AppState) => {
    const conversation = conversations[id];
    return conversation !== undefined && fits(conversation) ? conversation : null;
  });

/** The first conversation that fits, now or later. */
export const whenAny = (
  who: Communicator,
  fits: (conversation: Conversation) => unknown,
): Promise<Conversation> =>
  who.until(({ conversations }) => Object.values(conversations).find((each) => fits(each)));

/** A meeting for the moment. @returns the conversation's id */
export async function startMeeting(who: Communicator, subject = 'Planning'): Promise<string> {
  const { conversationId } = await who.commands['conversations.startMeeting']({ subject });
  await when(
    who,
    conversationId,
    ({ meeting, self, can }) => meeting && self && can.addParticipant,
  );
  return conversationId;
}

/** A meeting of the organizer's, in which colleagues are attendees. @returns its address */
export async function scheduledMeeting(
  who: Communicator,
  accessLevel: 'Locked' | 'Everyone',
): Promise<string> {
  await who.commands['meetings.refresh'](undefined);
  const { options } = who.state.meetings;
  const { meetingId } = await who.commands['meetings.schedule']({
    ...newMeetingValues(options),
    ...{ leaders: [], attendees: [], subject: 'Planning', accessLevel },
    automaticLeaderAssignment: 'Disabled',
  });
  const found = who.state.meetings.list.find(({ id }) => id === meetingId);
  if (found?.onlineMeetingUri == null) throw new Error('the meeting is not listed');
  return found.onlineMeetingUri;
}

/** Joins a meeting by its address. @returns the conversation's id */
export async function join(who: Communicator, onlineMeetingUri: string): Promise<string> {
  const { conversationId } = await who.commands['conversations.join']({ onlineMeetingUri });
  return conversationId;
}

/** Asks somebody into a meeting, who comes. @returns the id of their conversation */
export async function bring(
  host: Communicator,
  conversationId: string,
  guest: Communicator,
  to: string,
): Promise<string> {
  await host.commands['conversations.addParticipants']({ conversationId, to: [to] });
  const { id } = await whenAny(guest, ({ can }) => can.accept);
  await guest.commands['conversations.accept']({ conversationId: id });
  await when(guest, id, ({ state, self }) => state === 'Conferenced' && self !== null);
  return id;
}

/** Somebody in a roster, once they are as wanted. */
export async function seen(
  who: Communicator,
  conversationId: string,
  name: string,
  fits: (participant: Participant) => unknown = () => true,
): Promise<Participant> {
  const find = ({ participants, lobby }: Conversation) =>
    [...participants, ...lobby].find((each) => each.person.name === name && fits(each));
  const found = find(await when(who, conversationId, find));
  if (found === undefined) throw new Error('not seen');
  return found;
}

/** The names in a roster, in order of the alphabet. */
export const names = ({ participants }: Conversation): readonly string[] =>
  participants.map(({ person }) => person.name).sort();
