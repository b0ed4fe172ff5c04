import type { Conversation, Meeting } from '../model/entities.ts';
import { seatIn } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import { conversationHref, onlineMeetingHref, participantHref } from '../resources/hrefs.ts';
import { onlineMeetingResource } from '../resources/online-meeting-resource.ts';
import type { ParticipantModality } from '../resources/participant-resource.ts';
import {
  publishLocalParticipant,
  publishParticipant,
  publishSeatModality,
} from './conversation-events.ts';
import { conversationSender, publish } from './publish.ts';

/** The part of a meeting's roster that somebody is listed in. */
export type RosterList = 'leaders' | 'attendees' | 'lobby';

export function listOf(seat: Pick<Seat, 'role' | 'inLobby'>): RosterList {
  if (seat.inLobby) return 'lobby';
  return seat.role === 'Leader' ? 'leaders' : 'attendees';
}

/** The conversations of everybody who has been let into a meeting. */
export function insideOf(meeting: Meeting): readonly Conversation[] {
  return [...meeting.attendances.values()]
    .filter(({ inLobby }) => !inLobby)
    .flatMap(({ conversations }) => [...conversations]);
}

export function publishOnlineMeeting(
  conversation: Conversation,
  type: 'added' | 'updated' | 'deleted',
): void {
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'onlineMeeting',
    href: onlineMeetingHref(conversation),
    inside: { rel: 'conversation', href: conversationHref(conversation) },
    embed: type === 'deleted' ? undefined : onlineMeetingResource(conversation),
  });
}

/** Somebody enters or leaves a list of the roster: link and display name only. */
export function publishInList(
  conversation: Conversation,
  seat: Seat,
  list: RosterList,
  type: 'added' | 'deleted',
): void {
  publish(conversation.application, conversationSender(conversation), {
    type,
    rel: 'participant',
    href: participantHref(conversation, seat.id),
    title: seat.name,
    inside: { rel: list, href: `${conversationHref(conversation)}/${list}` },
  });
}

/** Somebody else appears in the roster: as new, unless the conversation had them before it became a meeting. */
export function publishArrival(conversation: Conversation, seat: Seat): void {
  const known = conversation.joined && seat.id === conversation.remoteParticipantId;
  publishParticipant(conversation, known ? 'updated' : 'added', seat);
  publishInList(conversation, seat, listOf(seat), 'added');
}

/** Somebody's properties or what may be done to them changed. */
export function publishSeatUpdated(conversation: Conversation, seat: Seat): void {
  if (seat.local) publishLocalParticipant(conversation, 'updated');
  else publishParticipant(conversation, 'updated', seat);
}

/** A medium of one person changed: everybody who has been let in hears of it. */
export function tellOfModality(
  attendance: NonNullable<Conversation['attendance']>,
  rel: ParticipantModality,
  type: 'added' | 'updated' | 'deleted',
): void {
  for (const viewer of insideOf(attendance.meeting)) {
    publishSeatModality(viewer, seatIn(viewer, attendance), rel, type);
  }
}
