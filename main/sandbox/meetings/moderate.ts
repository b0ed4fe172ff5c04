import { completeInvitation } from '../calls/leg.ts';
import { publishConversation } from '../events/conversation-events.ts';
import {
  insideOf,
  listOf,
  publishInList,
  publishSeatUpdated,
  tellOfModality,
} from '../events/meeting-events.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import type { Attendance, Meeting } from '../model/entities.ts';
import { reasons } from '../model/reasons.ts';
import { meetingMedia, seatIn } from '../model/roster.ts';
import type { World } from '../model/world.ts';
import { isFull } from './admission.ts';
import { enter } from './attend.ts';
import { joiningOf } from './join.ts';
import { leaveMeeting } from './leave.ts';

/**
 * Lets somebody in who waits in the lobby.
 * @throws UcwaError 409 when there is no room for them: they go on waiting.
 */
export function admit(world: World, attendance: Attendance): void {
  if (isFull(world, attendance.meeting, attendance.account))
    throw new UcwaError(409, 'TooManyParticipants', 'The meeting is full.');
  for (const viewer of insideOf(attendance.meeting)) {
    if (viewer.attendance?.role === 'Leader')
      publishInList(viewer, seatIn(viewer, attendance), 'lobby', 'deleted');
  }
  attendance.inLobby = false;
  enter(attendance, attendance.conversations);
  for (const conversation of attendance.conversations) {
    const joining = joiningOf(conversation);
    if (joining !== undefined) completeInvitation(joining);
  }
}

/** Sends somebody away: from the lobby (`Denied`) or from the meeting (`Ejected`). */
export function sendAway(world: World, attendance: Attendance): void {
  const reason = attendance.inLobby ? reasons.denied : reasons.ejected;
  for (const conversation of [...attendance.conversations])
    leaveMeeting(world, conversation, reason);
}

/** Makes somebody a leader or an attendee. What one may do to the others changes with it. */
export function setRole(attendance: Attendance, role: Attendance['role']): void {
  if (attendance.role === role) return;
  const before = listOf(attendance);
  attendance.role = role;
  for (const viewer of insideOf(attendance.meeting)) {
    const seat = seatIn(viewer, attendance);
    publishInList(viewer, seat, before, 'deleted');
    publishInList(viewer, seat, listOf(seat), 'added');
    publishSeatUpdated(viewer, seat);
    if (viewer.attendance !== attendance) continue;
    publishConversation(viewer, 'updated');
    for (const other of attendance.meeting.attendances.values()) {
      if (other === attendance) continue;
      if (!other.inLobby) publishSeatUpdated(viewer, seatIn(viewer, other));
      else
        publishInList(
          viewer,
          seatIn(viewer, other),
          'lobby',
          role === 'Leader' ? 'added' : 'deleted',
        );
    }
  }
}

export function setMuted(attendance: Attendance, muted: boolean): void {
  if (attendance.audioMuted === muted) return;
  attendance.audioMuted = muted;
  tellOfModality(attendance, 'participantAudio', 'updated');
}

export function setVideoMuted(attendance: Attendance, muted: boolean): void {
  if (attendance.videoMuted === muted) return;
  attendance.videoMuted = muted;
  tellOfModality(attendance, 'participantVideo', 'updated');
}

/** Mutes every attendee and keeps them from unmuting themselves, or lets them again. */
export function setMuteLock(meeting: Meeting, locked: boolean): void {
  meeting.audienceMuteLock = locked;
  for (const viewer of insideOf(meeting)) publishConversation(viewer, 'updated');
  for (const attendance of meeting.attendances.values()) {
    if (attendance.role === 'Leader') continue;
    if (locked && !attendance.audioMuted) setMuted(attendance, true);
    else if (meetingMedia(attendance).has('Audio'))
      tellOfModality(attendance, 'participantAudio', 'updated');
  }
}

/** Lets attendees write messages, or not. */
export function setAudienceMessaging(meeting: Meeting, enabled: boolean): void {
  meeting.audienceMessaging = enabled;
  for (const viewer of insideOf(meeting)) publishConversation(viewer, 'updated');
}
