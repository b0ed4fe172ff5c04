import { authorize, challenge } from '../auth/authorize.ts';
import { hostedApplicationsPath, hostedHref } from '../hosted/dialect.ts';
import { hostedApplicationOf } from '../hosted/hosted-application.ts';
import { adhocMeeting, adhocMeetingsHref } from '../hosted/hosted-resources.ts';
import { Input } from '../http/input.ts';
import { created, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { createMeeting, defaultSettings } from '../meetings/meeting.ts';
import { discoverAnonymously } from './anonymous-routes.ts';
import type {
  ApplicationContext,
  ApplicationRoute,
  ServerContext,
  ServerRoute,
} from './context.ts';
import { readSettings } from './online-meetings-routes.ts';

/** Where the hosted service is found. Needs no token. */
function discover(context: ServerContext): Reply {
  const { exchange } = context;
  const anonymous = discoverAnonymously(context);
  if (anonymous !== undefined) return anonymous;
  return ok({
    rel: 'ms:rtc:saas:discover',
    _links: {
      self: { href: `${exchange.origin}/platformservice/discover` },
      'ms:rtc:saas:applications': { href: `${exchange.origin}${hostedApplicationsPath}` },
    },
  });
}

function applications({ world, exchange }: ServerContext): Reply {
  const account = authorize(world, exchange);
  if (account === undefined) return challenge(world, exchange);
  const application = hostedApplicationOf(world, account, exchange.origin);
  return ok({
    rel: 'ms:rtc:saas:applications',
    _links: {
      self: { href: hostedApplicationsPath },
      'ms:rtc:saas:application': { href: hostedHref(application, application.base) },
    },
  });
}

/** Makes a meeting without joining it. */
function createAdhocMeeting({ world, application, exchange }: ApplicationContext): Reply {
  if (application.dialect !== 'hosted') throw notFound();
  const eightHoursMs = 8 * 3_600_000;
  const defaults = {
    ...defaultSettings(world.nowMs()),
    expirationMs: world.nowMs() + eightHoursMs,
  };
  const settings = readSettings(new Input(exchange), defaults, world.nowMs());
  const resource = adhocMeeting(
    application,
    createMeeting(world, application.account, { scheduled: false }, settings),
  );
  return created(`${adhocMeetingsHref(application)}/${resource.onlineMeetingId}`, resource);
}

function readAdhocMeeting({ world, application, params }: ApplicationContext): Reply {
  const meeting = world.meetings.get(params.meeting?.toUpperCase() ?? '');
  if (application.dialect !== 'hosted' || meeting?.organizer !== application.account)
    throw notFound();
  return ok(adhocMeeting(application, meeting));
}

export const hostedServiceRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: '/platformservice/discover', handler: discover },
  { method: 'GET', path: hostedApplicationsPath, handler: applications },
];

export const hostedRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: 'adhocMeetings', handler: createAdhocMeeting },
  { method: 'GET', path: 'adhocMeetings/:meeting', handler: readAdhocMeeting },
];
