import type { Attendance, Meeting } from '../model/entities.ts';
import { participantId } from '../model/ids.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

function isOneOf(addresses: readonly string[], account: Account): boolean {
  return addresses.some((address) => address.trim().toLowerCase() === account.key);
}

/** What somebody is on coming into a meeting. */
export function roleOf(meeting: Meeting, account: Account): Attendance['role'] {
  const { leaders, automaticLeaderAssignment } = meeting.settings;
  const leads =
    meeting.organizer === account ||
    isOneOf(leaders, account) ||
    automaticLeaderAssignment === 'Everyone' ||
    (automaticLeaderAssignment === 'SameEnterprise' && !account.anonymous);
  return leads ? 'Leader' : 'Attendee';
}

/** Whether somebody has to be let in. The organizer never has. */
export function waitsInLobby(meeting: Meeting, account: Account): boolean {
  if (meeting.organizer === account) return false;
  const { accessLevel, leaders, attendees } = meeting.settings;
  if (accessLevel === 'Locked') return true;
  if (accessLevel === 'Invited') return !isOneOf([...leaders, ...attendees], account);
  return accessLevel === 'SameEnterprise' && account.anonymous;
}

/** Whether a meeting has as many people in it as it may have. Who is in it already is no more. */
export function isFull({ options }: World, meeting: Meeting, { user }: Account): boolean {
  const others = [...meeting.attendances.values()].filter(({ id, inLobby }) => {
    return !inLobby && id !== participantId(user.uri);
  });
  return others.length >= options.limits.participants;
}
