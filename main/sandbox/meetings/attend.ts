import {
  publishAudioVideo,
  publishConversation,
  publishLocalParticipant,
  publishMessaging,
} from '../events/conversation-events.ts';
import {
  insideOf,
  listOf,
  publishArrival,
  publishInList,
  publishOnlineMeeting,
} from '../events/meeting-events.ts';
import type { Attendance, Conversation, Meeting } from '../model/entities.ts';
import { participantId } from '../model/ids.ts';
import { localSeat, otherSeats, seatIn } from '../model/roster.ts';
import { roleOf, waitsInLobby } from './admission.ts';

function createAttendance(
  meeting: Meeting,
  conversation: Conversation,
  entry: 'asked' | 'alone' | 'lobby',
): Attendance {
  const { account } = conversation.application;
  const role = roleOf(meeting, account);
  meeting.lastSourceId += 1;
  const attendance: Attendance = {
    id: participantId(account.user.uri),
    meeting,
    account,
    conversations: new Set(),
    role,
    inLobby: entry === 'lobby' || (entry === 'alone' && waitsInLobby(meeting, account)),
    audioMuted: meeting.audienceMuteLock && role === 'Attendee',
    videoMuted: false,
    sourceId: meeting.lastSourceId,
  };
  meeting.attendances.set(attendance.id, attendance);
  return attendance;
}

/** The user's own view once they are let in, in the order that a client relies on. */
function showMeeting(conversation: Conversation): void {
  publishLocalParticipant(conversation, conversation.joined ? 'updated' : 'added');
  publishOnlineMeeting(conversation, 'added');
  conversation.state = 'Conferenced';
  publishConversation(conversation, 'updated');
  const own = localSeat(conversation);
  publishInList(conversation, own, listOf(own), 'added');
  for (const seat of otherSeats(conversation)) {
    if (seat.inLobby) publishInList(conversation, seat, 'lobby', 'added');
    else publishArrival(conversation, seat);
  }
  publishMessaging(conversation);
  publishAudioVideo(conversation);
}

/** Shows somebody who has been let in the meeting, and the meeting them. */
export function enter(attendance: Attendance, conversations: Iterable<Conversation>): void {
  for (const conversation of conversations) showMeeting(conversation);
  for (const viewer of insideOf(attendance.meeting)) {
    if (viewer.attendance === attendance) continue;
    publishArrival(viewer, seatIn(viewer, attendance));
    publishConversation(viewer, 'updated');
  }
}

function waitOutside(attendance: Attendance, conversation: Conversation): void {
  conversation.state = 'InLobby';
  publishConversation(conversation, 'updated');
  if (attendance.conversations.size > 1) return;
  for (const viewer of insideOf(attendance.meeting)) {
    if (viewer.attendance?.role === 'Leader')
      publishInList(viewer, seatIn(viewer, attendance), 'lobby', 'added');
  }
}

/**
 * Brings one endpoint into a meeting, or before its door.
 * @param entry `asked`: by somebody inside, so that they need not wait; `lobby`: they wait in any case.
 * @returns whether the user has to wait in the lobby.
 */
export function attend(
  conversation: Conversation,
  meeting: Meeting,
  entry: 'asked' | 'alone' | 'lobby',
): boolean {
  conversation.state = 'Conferencing';
  publishConversation(conversation, 'updated');
  const id = participantId(conversation.application.account.user.uri);
  const known = meeting.attendances.get(id);
  const attendance = known ?? createAttendance(meeting, conversation, entry);
  attendance.conversations.add(conversation);
  conversation.attendance = attendance;
  if (attendance.inLobby) waitOutside(attendance, conversation);
  else if (known === undefined) enter(attendance, [conversation]);
  else showMeeting(conversation);
  return attendance.inLobby;
}
