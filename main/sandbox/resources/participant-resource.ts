import type { Conversation } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { localSeat } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import { contactHref, conversationHref, meHref, participantHref } from './hrefs.ts';

type Links = Readonly<Record<string, { readonly href: string }>>;

function modalityLinks(seat: Seat, self: string): Links {
  return {
    ...(seat.media.has('Messaging')
      ? { participantMessaging: { href: `${self}/participantMessaging` } }
      : {}),
    ...(seat.media.has('Audio') ? { participantAudio: { href: `${self}/participantAudio` } } : {}),
    ...(seat.media.has('Video') ? { participantVideo: { href: `${self}/participantVideo` } } : {}),
  };
}

/** What a leader of the meeting may do to somebody else. */
function moderationLinks(conversation: Conversation, seat: Seat, self: string): Links {
  if (seat.local || conversation.attendance?.role !== 'Leader' || seat.role === 'Unknown')
    return {};
  if (seat.inLobby) return { admit: { href: `${self}/admit` }, reject: { href: `${self}/reject` } };
  return {
    ...(seat.role === 'Attendee' ? { promote: { href: `${self}/promote` } } : {}),
    ...(seat.role === 'Leader' && !seat.organizer ? { demote: { href: `${self}/demote` } } : {}),
    ...(seat.organizer ? {} : { eject: { href: `${self}/eject` } }),
  };
}

function sourceNetwork(seat: Seat): string {
  if (seat.account === undefined || seat.anonymous) return 'Everyone';
  return 'SameEnterprise';
}

function properties(rel: string, seat: Seat): JsonObject & { readonly rel: string } {
  return {
    rel,
    name: seat.name,
    uri: seat.uri,
    anonymous: seat.anonymous,
    inLobby: seat.inLobby,
    local: seat.local,
    organizer: seat.organizer,
    role: seat.role,
    sourceNetwork: sourceNetwork(seat),
    workPhoneNumber: seat.account?.user.workPhoneNumber,
  };
}

/** Somebody else in a conversation; `rel` is what they are to the resource that embeds them. */
export function participantResource(
  conversation: Conversation,
  seat: Seat,
  rel = 'participant',
): Resource {
  const self = participantHref(conversation, seat.id);
  const contact = contactHref(conversation.application, seat.uri);
  return {
    ...properties(rel, seat),
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      ...(seat.anonymous
        ? {}
        : {
            contact: { href: contact },
            contactPresence: { href: `${contact}/contactPresence` },
            contactPhoto: { href: `${contact}/contactPhoto` },
          }),
      ...modalityLinks(seat, self),
      ...moderationLinks(conversation, seat, self),
    },
  };
}

/** The user in a conversation. */
export function localParticipant(conversation: Conversation): Resource {
  const seat = localSeat(conversation);
  const self = participantHref(conversation, seat.id);
  const { application } = conversation;
  return {
    ...properties('localParticipant', seat),
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      contact: { href: contactHref(application, seat.uri) },
      me: { href: meHref(application) },
      ...modalityLinks(seat, self),
    },
  };
}

export type ParticipantModality = 'participantAudio' | 'participantVideo' | 'participantMessaging';

/** The user's own sound may be muted by them, anybody's by a leader; only one's own can be unmuted. */
function muteLinks(conversation: Conversation, seat: Seat, self: string): Links {
  const { attendance } = conversation;
  if (attendance === undefined) return {};
  const leads = attendance.role === 'Leader';
  const locked = attendance.meeting.audienceMuteLock && !leads;
  return {
    ...(!seat.audioMuted && (seat.local || leads)
      ? { muteAudio: { href: `${self}/muteAudio` } }
      : {}),
    ...(seat.audioMuted && seat.local && !locked
      ? { unmuteAudio: { href: `${self}/unmuteAudio` } }
      : {}),
  };
}

/** The same with the picture. */
function muteVideoLinks({ attendance }: Conversation, seat: Seat, self: string): Links {
  if (attendance === undefined) return {};
  const mayMute = seat.local || attendance.role === 'Leader';
  return {
    ...(!seat.videoMuted && mayMute ? { muteVideo: { href: `${self}/muteVideo` } } : {}),
    ...(seat.videoMuted && seat.local ? { unmuteVideo: { href: `${self}/unmuteVideo` } } : {}),
  };
}

/** One medium of one participant. */
export function participantModality(
  conversation: Conversation,
  seat: Seat,
  rel: ParticipantModality,
): Resource {
  const participant = participantHref(conversation, seat.id);
  const self = `${participant}/${rel}`;
  const common = { self: { href: self }, participant: { href: participant } };
  if (rel === 'participantAudio')
    return {
      rel,
      audioDirection: seat.audioDirection,
      audioMuted: seat.audioMuted,
      audioSourceId: seat.audioSourceId,
      _links: { ...common, ...muteLinks(conversation, seat, self) },
    };
  if (rel === 'participantVideo')
    return {
      rel,
      videoDirection: seat.videoDirection,
      videoMuted: seat.videoMuted,
      videoSourceId: seat.videoSourceId,
      _links: { ...common, ...muteVideoLinks(conversation, seat, self) },
    };
  return { rel, _links: common };
}
