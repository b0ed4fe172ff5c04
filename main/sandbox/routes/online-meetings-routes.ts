import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { endMeeting } from '../meetings/leave.ts';
import { createMeeting, defaultSettings } from '../meetings/meeting.ts';
import type { Application, Meeting, MeetingSettings } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { World } from '../model/world.ts';
import { onlineMeetingsHref } from '../resources/hrefs.ts';
import {
  myOnlineMeetingHref,
  myOnlineMeetingResource,
  onlineMeetingsResource,
} from '../resources/online-meeting-resource.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { putInput } from './put-input.ts';

const accessLevels = ['SameEnterprise', 'Locked', 'Invited', 'Everyone'];
const leaderAssignments = ['Disabled', 'SameEnterprise', 'Everyone'];
const switches = ['Enabled', 'Disabled'];
const announcements = ['Enabled', 'Disabled', 'Unsupported'];

function expiration(input: Input, fallbackMs: number): number {
  const text = input.string('expirationTime');
  if (text === undefined) return fallbackMs;
  const wire = /^\/Date\((\d+)\)\/$/.exec(text)?.[1];
  const atMs = wire === undefined ? Date.parse(text) : Number(wire);
  if (Number.isNaN(atMs)) input.reject('expirationTime');
  return atMs;
}

/** What a client says of its meeting; what it leaves out stays as it is. */
export function readSettings(input: Input, known: MeetingSettings): MeetingSettings {
  const settings = {
    subject: input.string('subject', { maxLength: 250 }) ?? known.subject,
    description: input.string('description') ?? known.description,
    accessLevel: input.oneOf('accessLevel', accessLevels) ?? known.accessLevel,
    automaticLeaderAssignment:
      input.oneOf('automaticLeaderAssignment', leaderAssignments) ??
      known.automaticLeaderAssignment,
    entryExitAnnouncement:
      input.oneOf('entryExitAnnouncement', announcements) ?? known.entryExitAnnouncement,
    lobbyBypassForPhoneUsers:
      input.oneOf('lobbyBypassForPhoneUsers', switches) ?? known.lobbyBypassForPhoneUsers,
    phoneUserAdmission: input.oneOf('phoneUserAdmission', switches) ?? known.phoneUserAdmission,
    expirationMs: expiration(input, known.expirationMs),
    leaders: input.strings('leaders') ?? known.leaders,
    attendees: input.strings('attendees') ?? known.attendees,
  };
  input.check();
  return settings;
}

function scheduledBy(world: World, application: Application): readonly Meeting[] {
  return [...world.meetings.values()].filter(
    ({ scheduled, organizer }) => scheduled && organizer === application.account,
  );
}

function listMine({ world, application }: ApplicationContext): Reply {
  return ok({
    rel: 'myOnlineMeetings',
    _links: { self: { href: `${onlineMeetingsHref(application)}/myOnlineMeetings` } },
    _embedded: {
      myOnlineMeeting: scheduledBy(world, application).map((meeting) =>
        myOnlineMeetingResource(application, meeting),
      ),
    },
  });
}

function mine({ world, application, params }: ApplicationContext): Meeting {
  const meeting = scheduledBy(world, application).find(
    ({ id }) => id === params.meeting?.toUpperCase(),
  );
  if (meeting === undefined) throw notFound();
  return meeting;
}

function schedule({ world, application, exchange }: ApplicationContext): Reply {
  const settings = readSettings(new Input(exchange), defaultSettings(world.nowMs()));
  const meeting = createMeeting(world, application.account, true, settings);
  const href = myOnlineMeetingHref(application, meeting);
  return created(href, myOnlineMeetingResource(application, meeting));
}

function read(context: ApplicationContext): Reply {
  return ok(myOnlineMeetingResource(context.application, mine(context)));
}

/** Changes a meeting; what the client leaves out stays as it is. */
function change(context: ApplicationContext): Reply {
  const meeting = mine(context);
  meeting.settings = readSettings(putInput(context), meeting.settings);
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

function defaultValues({ world, application }: ApplicationContext): Reply {
  const settings = defaultSettings(world.nowMs());
  return ok({
    rel: 'onlineMeetingDefaultValues',
    accessLevel: settings.accessLevel,
    automaticLeaderAssignment: settings.automaticLeaderAssignment,
    defaultOnlineMeetingRel: 'myOnlineMeetings',
    entryExitAnnouncement: settings.entryExitAnnouncement,
    lobbyBypassForPhoneUsers: settings.lobbyBypassForPhoneUsers,
    participantsWarningThreshold: 100,
    _links: { self: { href: `${onlineMeetingsHref(application)}/defaultValues` } },
  });
}

function eligibleValues({ application }: ApplicationContext): Reply {
  const self = onlineMeetingsHref(application);
  return ok({
    rel: 'onlineMeetingEligibleValues',
    accessLevels,
    automaticLeaderAssignments: leaderAssignments,
    eligibleOnlineMeetingRels: ['myOnlineMeetings'],
    entryExitAnnouncements: announcements,
    lobbyBypassForPhoneUsersSettings: switches,
    _links: {
      self: { href: `${self}/eligibleValues` },
      myOnlineMeetings: { href: `${self}/myOnlineMeetings` },
    },
  });
}

function policies({ application }: ApplicationContext): Reply {
  return ok({
    rel: 'onlineMeetingPolicies',
    entryExitAnnouncement: 'Disabled',
    externalUserMeetingRecording: 'Disabled',
    meetingRecording: 'Disabled',
    meetingSize: 100,
    phoneUserAdmission: 'Disabled',
    voipAudio: 'Enabled',
    _links: { self: { href: `${onlineMeetingsHref(application)}/policies` } },
  });
}

const one = 'onlineMeetings/myOnlineMeetings/:meeting';

export const onlineMeetingsRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'onlineMeetings',
    handler: ({ application }) => ok(onlineMeetingsResource(application)),
  },
  { method: 'GET', path: 'onlineMeetings/myOnlineMeetings', handler: listMine },
  { method: 'POST', path: 'onlineMeetings/myOnlineMeetings', handler: schedule },
  { method: 'GET', path: one, handler: read },
  { method: 'PUT', path: one, handler: change },
  { method: 'DELETE', path: one, handler: cancel },
  { method: 'GET', path: 'onlineMeetings/defaultValues', handler: defaultValues },
  { method: 'GET', path: 'onlineMeetings/eligibleValues', handler: eligibleValues },
  { method: 'GET', path: 'onlineMeetings/policies', handler: policies },
];
