import type { RosterList } from '../events/meeting-events.ts';
import { listOf } from '../events/meeting-events.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import {
  admit,
  sendAway,
  setAudienceMessaging,
  setMuted,
  setMuteLock,
  setRole,
  setVideoMuted,
} from '../meetings/moderate.ts';
import type { Attendance, Conversation } from '../model/entities.ts';
import { localSeat, otherSeats } from '../model/roster.ts';
import type { World } from '../model/world.ts';
import { conversationHref, participantHref } from '../resources/hrefs.ts';
import { onlineMeetingResource } from '../resources/online-meeting-resource.ts';
import { type ApplicationContext, type ApplicationRoute, attendanceOf, seatOf } from './context.ts';

function onlineMeeting(context: ApplicationContext): Reply {
  const resource = onlineMeetingResource(attendanceOf(context).conversation);
  if (resource === undefined) throw notFound();
  return ok(resource);
}

function forbidden(): UcwaError {
  return new UcwaError(403, 'AttendeeNotAllowed', 'Only leaders of the meeting may do this.');
}

/** leaders, attendees and lobby: links to those in it. */
function list(name: RosterList): (context: ApplicationContext) => Reply {
  return (context) => {
    const { conversation, attendance } = attendanceOf(context);
    if (name === 'lobby' && attendance.role !== 'Leader') throw forbidden();
    const listed = [localSeat(conversation), ...otherSeats(conversation)].filter(
      (seat) => listOf(seat) === name,
    );
    return ok({
      rel: name,
      _links: {
        self: { href: `${conversationHref(conversation)}/${name}` },
        participant: listed.map(({ id, name: title }) => ({
          href: participantHref(conversation, id),
          title,
        })),
      },
    });
  };
}

/** Something that a leader does to the whole meeting. */
function leading(act: (attendance: Attendance) => void): (context: ApplicationContext) => Reply {
  return (context) => {
    const { attendance } = attendanceOf(context);
    if (attendance.role !== 'Leader') throw forbidden();
    act(attendance);
    return noContent;
  };
}

interface Moderation {
  readonly own: Conversation;
  readonly target: Attendance;
  readonly world: World;
}

/** Something that is done to one person; `may` says by whom beside leaders. */
function moderating(
  act: (moderation: Moderation) => void,
  may: (moderation: Moderation) => boolean = () => false,
): (context: ApplicationContext) => Reply {
  return (context) => {
    const { conversation: own, attendance } = attendanceOf(context);
    const { seat } = seatOf(context);
    const target = attendance.meeting.attendances.get(seat.id);
    if (target === undefined) throw notFound();
    const moderation = { own, target, world: context.world };
    if (attendance.role !== 'Leader' && !may(moderation)) throw forbidden();
    act(moderation);
    return noContent;
  };
}

function isOwn({ own, target }: Moderation): boolean {
  return own.attendance === target;
}

function inLobbyOnly(act: (moderation: Moderation) => void): (moderation: Moderation) => void {
  return (moderation) => {
    if (!moderation.target.inLobby) throw notFound('This person does not wait in the lobby.');
    act(moderation);
  };
}

/** The organizer cannot be shut out of their own meeting. */
function notTheOrganizer(act: (moderation: Moderation) => void): (moderation: Moderation) => void {
  return (moderation) => {
    const { target } = moderation;
    if (target.account === target.meeting.organizer)
      throw new UcwaError(403, 'NotAllowed', 'This can not be done to the organizer.');
    act(moderation);
  };
}

function unmute({ own, target }: Moderation): void {
  const locked = target.meeting.audienceMuteLock && target.role === 'Attendee';
  if (own.attendance !== target || locked)
    throw new UcwaError(403, 'NotAllowed', 'This participant can not be unmuted.');
  setMuted(target, false);
}

/** Nobody but themselves lets somebody be seen again. */
function showAgain({ own, target }: Moderation): void {
  if (own.attendance !== target)
    throw new UcwaError(403, 'NotAllowed', 'This participant can not be shown.');
  setVideoMuted(target, false);
}

const away = moderating(inLobbyOnly(({ world, target }) => sendAway(world, target)));
const eject = moderating(notTheOrganizer(({ world, target }) => sendAway(world, target)));
const demote = moderating(notTheOrganizer(({ target }) => setRole(target, 'Attendee')));

const one = 'communication/conversations/:conversation';
const person = `${one}/participants/:participant`;

export const meetingRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: `${one}/onlineMeeting`, handler: onlineMeeting },
  { method: 'GET', path: `${one}/leaders`, handler: list('leaders') },
  { method: 'GET', path: `${one}/attendees`, handler: list('attendees') },
  { method: 'GET', path: `${one}/lobby`, handler: list('lobby') },
  {
    method: 'POST',
    path: `${one}/enableAudienceMuteLock`,
    handler: leading(({ meeting }) => setMuteLock(meeting, true)),
  },
  {
    method: 'POST',
    path: `${one}/disableAudienceMuteLock`,
    handler: leading(({ meeting }) => setMuteLock(meeting, false)),
  },
  {
    method: 'POST',
    path: `${one}/messaging/enableAudienceMessaging`,
    handler: leading(({ meeting }) => setAudienceMessaging(meeting, true)),
  },
  {
    method: 'POST',
    path: `${one}/messaging/disableAudienceMessaging`,
    handler: leading(({ meeting }) => setAudienceMessaging(meeting, false)),
  },
  {
    method: 'POST',
    path: `${person}/admit`,
    handler: moderating(inLobbyOnly(({ world, target }) => admit(world, target))),
  },
  { method: 'POST', path: `${person}/reject`, handler: away },
  {
    method: 'POST',
    path: `${person}/promote`,
    handler: moderating(({ target }) => setRole(target, 'Leader')),
  },
  { method: 'POST', path: `${person}/demote`, handler: demote },
  { method: 'POST', path: `${person}/eject`, handler: eject },
  {
    method: 'POST',
    path: `${person}/participantAudio/muteAudio`,
    handler: moderating(({ target }) => setMuted(target, true), isOwn),
  },
  {
    method: 'POST',
    path: `${person}/participantAudio/unmuteAudio`,
    handler: moderating(unmute, isOwn),
  },
  {
    method: 'POST',
    path: `${person}/participantVideo/muteVideo`,
    handler: moderating(({ target }) => setVideoMuted(target, true), isOwn),
  },
  {
    method: 'POST',
    path: `${person}/participantVideo/unmuteVideo`,
    handler: moderating(showAgain, isOwn),
  },
];
