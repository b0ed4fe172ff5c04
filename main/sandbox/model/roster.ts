import { type MediaDirection, mediaDirection } from '../media/conference-media.ts';
import type { Attendance, Conversation } from './entities.ts';
import type { AvModality } from './media-session.ts';
import { audioVideoActive, messagingActive } from './modalities.ts';
import type { Seat } from './seat.ts';

const avModalities = ['Audio', 'Video'] as const;

/** The media of a two-party conversation: both people use the same. */
function sharedMedia(conversation: Conversation): Set<'Messaging' | AvModality> {
  return new Set([
    ...(messagingActive(conversation) ? (['Messaging'] as const) : []),
    ...avModalities.filter((modality) => audioVideoActive(conversation, modality)),
  ]);
}

/** The media that a person uses in a meeting, on any of their endpoints. */
export function meetingMedia({ conversations }: Attendance): Set<'Messaging' | AvModality> {
  return new Set(
    [...conversations].flatMap((conversation) => [
      ...(messagingActive(conversation) ? (['Messaging'] as const) : []),
      ...(conversation.audioVideo.viaMeeting
        ? avModalities.filter((modality) => audioVideoActive(conversation, modality))
        : []),
    ]),
  );
}

/** What somebody sends and receives in a meeting, on all of their endpoints together. */
function directionOf(attendance: Attendance, medium: 'audio' | 'video'): MediaDirection {
  const directions = [...attendance.conversations].flatMap(({ audioVideo }) => {
    const media = audioVideo.session?.media;
    return media === undefined ? [] : [media.directions[medium]];
  });
  if (directions.length === 0) return 'SendReceive';
  return mediaDirection(
    directions.some((direction) => direction.startsWith('Send')),
    directions.some((direction) => direction.endsWith('Receive') || direction === 'ReceiveOnly'),
  );
}

function meetingSeat(attendance: Attendance, viewer: Conversation): Seat {
  const { id, account, role, inLobby, audioMuted, videoMuted, sourceId } = attendance;
  const local = viewer.attendance === attendance;
  const media = meetingMedia(attendance);
  const direct = viewer.joined && !viewer.audioVideo.viaMeeting;
  if (direct && (local || id === viewer.remoteParticipantId)) {
    for (const modality of avModalities) {
      if (audioVideoActive(viewer, modality)) media.add(modality);
    }
  }
  return {
    id,
    uri: account.user.uri,
    name: account.user.name,
    account,
    local,
    organizer: attendance.meeting.organizer === account,
    anonymous: account.anonymous,
    role,
    inLobby,
    media,
    audioMuted,
    videoMuted,
    audioDirection: directionOf(attendance, 'audio'),
    videoDirection: directionOf(attendance, 'video'),
    audioSourceId: String(sourceId),
    videoSourceId: viewer.audioVideo.session?.media?.places.get(id),
  };
}

const plain = {
  organizer: false,
  role: 'Unknown',
  inLobby: false,
  audioMuted: false,
  videoMuted: false,
  audioDirection: 'SendReceive',
  videoDirection: 'SendReceive',
  audioSourceId: undefined,
  videoSourceId: undefined,
} as const;

/** The owner of a conversation. */
export function localSeat(conversation: Conversation): Seat {
  const { attendance, application } = conversation;
  if (attendance !== undefined) return meetingSeat(attendance, conversation);
  const { account } = application;
  return {
    ...plain,
    id: conversation.localParticipantId,
    uri: account.user.uri,
    name: account.user.name,
    account,
    local: true,
    anonymous: account.anonymous,
    media: sharedMedia(conversation),
  };
}

/** The other person of a two-party conversation, or who invited the user to a meeting. */
export function peerSeat(conversation: Conversation): Seat {
  const { attendance, peer } = conversation;
  const inMeeting = attendance?.meeting.attendances.get(conversation.remoteParticipantId);
  if (inMeeting !== undefined) return meetingSeat(inMeeting, conversation);
  return {
    ...plain,
    id: conversation.remoteParticipantId,
    uri: peer.uri,
    name: peer.name,
    account: peer.account,
    local: false,
    anonymous: peer.account?.anonymous ?? false,
    media: attendance === undefined ? sharedMedia(conversation) : new Set(),
  };
}

/** A person of a meeting, as the owner of one of its conversations sees them. */
export function seatIn(viewer: Conversation, attendance: Attendance): Seat {
  return meetingSeat(attendance, viewer);
}

/** Everybody else who is there; of a meeting's lobby only leaders know. */
export function otherSeats(conversation: Conversation): readonly Seat[] {
  const { attendance } = conversation;
  if (attendance === undefined) return conversation.joined ? [peerSeat(conversation)] : [];
  if (attendance.inLobby) return [];
  return [...attendance.meeting.attendances.values()]
    .filter((other) => other !== attendance && (!other.inLobby || attendance.role === 'Leader'))
    .map((other) => meetingSeat(other, conversation));
}

/** The person with this participant id, as far as the conversation's owner may know of them. */
export function seatWithId(conversation: Conversation, id: string): Seat | undefined {
  const local = localSeat(conversation);
  if (local.id === id) return local;
  const known = otherSeats(conversation).find((seat) => seat.id === id);
  if (known !== undefined || conversation.attendance !== undefined) return known;
  return conversation.remoteParticipantId === id ? peerSeat(conversation) : undefined;
}
