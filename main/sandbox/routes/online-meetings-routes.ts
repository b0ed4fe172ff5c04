import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import { endMeeting } from '../meetings/leave.ts';
import { assignedTo, createMeeting, defaultSettings, scheduledBy } from '../meetings/meeting.ts';
import type { Meeting } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { MeetingSettings } from '../model/meeting-settings.ts';
import { onlineMeetingsHref } from '../resources/hrefs.ts';
import {
  myOnlineMeetingHref,
  myOnlineMeetingResource,
  onlineMeetingsResource,
} from '../resources/online-meeting-resource.ts';
import { type ApplicationContext, type ApplicationRoute, refuseGuests } from './context.ts';
import { announcements, eligibleLevels, leaderAssignments, switches } from './meeting-choices.ts';
import { putInput } from './put-input.ts';

const yearMs = 365 * 24 * 3_600_000;
const address = /^sip:[^\s@;]+@[^\s@;]+$/i;

/** The moment from which a meeting may be deleted: a year back at most, ten years ahead. */
function expiration(input: Input, fallbackMs: number, nowMs: number): number {
  const text = input.string('expirationTime');
  if (text === undefined) return fallbackMs;
  const wire = /^\/Date\((\d+)\)\/$/.exec(text)?.[1];
  const atMs = wire === undefined ? Date.parse(text) : Number(wire);
  const isFitting = atMs >= nowMs - yearMs && atMs <= nowMs + 10 * yearMs;
  if (!isFitting) input.reject('expirationTime');
  return atMs;
}

function people(input: Input, name: string, known: readonly string[]): readonly string[] {
  const given = input.strings(name);
  if (given?.every((each) => address.test(each)) === false) input.reject(name);
  return given ?? known;
}

/** What a client says of its meeting; what it leaves out stays as it is. */
export function readSettings(input: Input, known: MeetingSettings, nowMs: number): MeetingSettings {
  const settings = {
    subject: input.text('subject', { maxLength: 250 }) ?? known.subject,
    description: input.text('description') ?? known.description,
    accessLevel: input.oneOf('accessLevel', eligibleLevels) ?? known.accessLevel,
    automaticLeaderAssignment:
      input.oneOf('automaticLeaderAssignment', leaderAssignments) ??
      known.automaticLeaderAssignment,
    entryExitAnnouncement:
      input.oneOf('entryExitAnnouncement', announcements) ?? known.entryExitAnnouncement,
    lobbyBypassForPhoneUsers:
      input.oneOf('lobbyBypassForPhoneUsers', switches) ?? known.lobbyBypassForPhoneUsers,
    phoneUserAdmission: input.oneOf('phoneUserAdmission', switches) ?? known.phoneUserAdmission,
    expirationMs: expiration(input, known.expirationMs, nowMs),
    leaders: people(input, 'leaders', known.leaders),
    attendees: people(input, 'attendees', known.attendees),
  };
  input.check();
  return settings;
}

/** Refuses those to whom no link leads here. */
function requireScheduling(context: ApplicationContext): void {
  refuseGuests(context);
  if (context.application.account.user.schedulesMeetings === false)
    throw new UcwaError(403, undefined, 'The policy does not let this user schedule meetings.');
}

function listMine(context: ApplicationContext): Reply {
  requireScheduling(context);
  const { world, application } = context;
  const assigned = assignedTo(world, application.account);
  return ok({
    rel: 'myOnlineMeetings',
    _links: { self: { href: `${onlineMeetingsHref(application)}/myOnlineMeetings` } },
    _embedded: {
      ...(assigned === undefined
        ? {}
        : { myAssignedOnlineMeeting: [myOnlineMeetingResource(application, assigned)] }),
      myOnlineMeeting: scheduledBy(world, application.account).map((meeting) =>
        myOnlineMeetingResource(application, meeting),
      ),
    },
  });
}

function readAssigned({ world, application }: ApplicationContext): Reply {
  const assigned = assignedTo(world, application.account);
  if (assigned === undefined) throw notFound();
  return ok(myOnlineMeetingResource(application, assigned));
}

function mine({ world, application, params }: ApplicationContext): Meeting {
  const meeting = scheduledBy(world, application.account).find(
    ({ id }) => id === params.meeting?.toUpperCase(),
  );
  if (meeting === undefined) throw notFound();
  return meeting;
}

function schedule(context: ApplicationContext): Reply {
  requireScheduling(context);
  const { world, application, exchange } = context;
  const settings = readSettings(new Input(exchange), defaultSettings(world.nowMs()), world.nowMs());
  if (scheduledBy(world, application.account).length >= world.options.limits.meetings)
    throw new UcwaError(409, 'TooManyOnlineMeetings', 'There are too many online meetings.');
  const meeting = createMeeting(world, application.account, { scheduled: true }, settings);
  const href = myOnlineMeetingHref(application, meeting);
  return created(href, myOnlineMeetingResource(application, meeting));
}

function read(context: ApplicationContext): Reply {
  return ok(myOnlineMeetingResource(context.application, mine(context)));
}

/** Changes a meeting; what the client leaves out stays as it is. */
function change(context: ApplicationContext): Reply {
  const meeting = mine(context);
  meeting.settings = readSettings(putInput(context), meeting.settings, context.world.nowMs());
  meeting.etag = hexId().slice(0, 10);
  return ok(myOnlineMeetingResource(context.application, meeting));
}

/** Takes a meeting off the calendar; those in it are sent home. */
function cancel(context: ApplicationContext): Reply {
  const meeting = mine(context);
  endMeeting(context.world, meeting);
  context.world.meetings.delete(meeting.id);
  return noContent;
}

const one = 'onlineMeetings/myOnlineMeetings/:meeting';

function dashboard(context: ApplicationContext): Reply {
  refuseGuests(context);
  return ok(onlineMeetingsResource(context.application));
}

export const onlineMeetingsRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'onlineMeetings', handler: dashboard },
  { method: 'GET', path: 'onlineMeetings/myOnlineMeetings', handler: listMine },
  { method: 'POST', path: 'onlineMeetings/myOnlineMeetings', handler: schedule },
  { method: 'GET', path: 'onlineMeetings/myAssignedOnlineMeeting', handler: readAssigned },
  { method: 'GET', path: one, handler: read },
  { method: 'PUT', path: one, handler: change },
  { method: 'DELETE', path: one, handler: cancel },
];
