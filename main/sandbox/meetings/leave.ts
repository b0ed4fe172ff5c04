import { callOfConversation, stopCall } from '../calls/end-call.ts';
import { completeInvitation } from '../calls/leg.ts';
import { forgetTyping } from '../chat/messages.ts';
import {
  publishAudioVideo,
  publishConversation,
  publishMessaging,
  publishParticipant,
  publishSession,
} from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { insideOf, listOf, publishInList } from '../events/meeting-events.ts';
import { archiveConversation } from '../history/archive-conversation.ts';
import type { Application, Attendance, Conversation, Meeting } from '../model/entities.ts';
import { reasons } from '../model/reasons.ts';
import { seatIn } from '../model/roster.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { joiningOf } from './join.ts';
import { cancelPending } from './pending.ts';

/** Nobody in it uses anything of this endpoint any more. */
function dropMedia(world: World, conversation: Conversation): void {
  const direct = callOfConversation(world, conversation)?.call;
  if (direct !== undefined) stopCall(world, direct);
  const { audioVideo, messaging } = conversation;
  if (audioVideo.state !== 'Disconnected') {
    const { session, invitation } = audioVideo;
    session?.media?.close();
    audioVideo.state = 'Disconnected';
    publishAudioVideo(conversation);
    if (session !== undefined) publishSession(conversation, 'deleted');
    audioVideo.session = undefined;
    if (invitation?.open === true) completeInvitation(invitation, reasons.canceledHere);
  }
  forgetTyping(conversation);
  if (messaging.state === 'Disconnected') return;
  messaging.state = 'Disconnected';
  publishMessaging(conversation);
}

function tellOthers(attendance: Attendance): void {
  for (const viewer of insideOf(attendance.meeting)) {
    if (attendance.inLobby && viewer.attendance?.role !== 'Leader') continue;
    const seat = seatIn(viewer, attendance);
    publishInList(viewer, seat, listOf(seat), 'deleted');
    if (attendance.inLobby) continue;
    publishParticipant(viewer, 'deleted', seat);
    if (seat.id === viewer.remoteParticipantId) viewer.joined = false;
    publishConversation(viewer, 'updated');
  }
}

function closeIfEmpty(world: World, meeting: Meeting): void {
  if (meeting.attendances.size > 0) return;
  for (const pending of [...meeting.pending]) cancelPending(pending, reasons.ended, reasons.ended);
  if (!meeting.scheduled) world.meetings.delete(meeting.id);
}

/**
 * One endpoint leaves its meeting; the person is gone for the others with their last endpoint.
 * @param reason why, when it was not the user's own wish.
 */
export function leaveMeeting(
  world: World,
  conversation: Conversation,
  reason: Reason | undefined = undefined,
): void {
  const { attendance } = conversation;
  if (attendance === undefined) return;
  const { meeting } = attendance;
  watchingPresence(world, () => {
    for (const pending of [...meeting.pending]) {
      if (pending.inviter.conversation === conversation)
        cancelPending(pending, reasons.canceledHere, reasons.canceledByOther);
    }
    dropMedia(world, conversation);
    const joining = joiningOf(conversation);
    attendance.conversations.delete(conversation);
    if (attendance.conversations.size === 0) {
      meeting.attendances.delete(attendance.id);
      tellOthers(attendance);
    }
    if (joining !== undefined) completeInvitation(joining, reason ?? reasons.canceledHere);
    conversation.state = 'Disconnected';
    publishConversation(conversation, 'updated', reason);
    publishConversation(conversation, 'deleted', reason);
    archiveConversation(conversation);
    closeIfEmpty(world, meeting);
  });
}

/** Everybody is sent home. */
export function endMeeting(world: World, meeting: Meeting): void {
  for (const attendance of [...meeting.attendances.values()]) {
    for (const conversation of [...attendance.conversations])
      leaveMeeting(world, conversation, reasons.ended);
  }
}

/** An endpoint has gone: it leaves its meetings, and is no longer asked into any. */
export function leaveMeetings(world: World, application: Application): void {
  for (const conversation of [...application.conversations.values()])
    leaveMeeting(world, conversation);
  for (const meeting of world.meetings.values()) {
    for (const pending of [...meeting.pending]) {
      const left = pending.ringing.filter((side) => side.conversation.application !== application);
      if (left.length === pending.ringing.length) continue;
      pending.ringing = left;
      if (left.length === 0) cancelPending(pending, reasons.unreachable, reasons.unreachable);
    }
  }
}
