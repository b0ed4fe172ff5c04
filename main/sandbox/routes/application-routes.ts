import {
  channelOf,
  createApplication,
  endApplication,
  findSame,
} from '../applications/lifecycle.ts';
import { authorize, challenge } from '../auth/authorize.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import type { Application } from '../model/entities.ts';
import { reportActivity } from '../presence/idleness.ts';
import { watchingPresence } from '../presence/presence.ts';
import { applicationResource } from '../resources/application-resource.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  refuseGuests,
  type ServerContext,
  type ServerRoute,
} from './context.ts';

function photoCookie(application: Application, ticket: string): string {
  return `cwt_ucwa=${ticket}; path=${application.base}/photos; HttpOnly`;
}

/** Registers an application: 201 for a new one, 200 for one that lives already. */
function create({ world, exchange }: ServerContext): Reply {
  const account = authorize(world, exchange);
  if (account === undefined) return challenge(world, exchange);
  const input = new Input(exchange);
  const limits = { required: true, maxLength: 100 };
  const request = {
    culture: input.string('culture', limits) ?? '',
    endpointId: input.string('endpointId', limits) ?? '',
    userAgent: input.string('userAgent', limits) ?? '',
    type: input.string('type', { maxLength: 100 }) ?? 'Browser',
  };
  const instanceId = input.string('instanceId', { maxLength: 100 }) ?? '';
  input.check();
  const same = findSame(world, account, request);
  const application = same ?? createApplication(world, account, request);
  channelOf(world, application, instanceId);
  const shown = ok(applicationResource(application, instanceId, world.nowMs()));
  return {
    ...shown,
    status: same === undefined ? 201 : 200,
    headers: {
      Location: application.base,
      'Set-Cookie': photoCookie(application, application.id),
    },
  };
}

function read({ world, application, exchange }: ApplicationContext): Reply {
  return ok(applicationResource(application, exchange.query('instanceId') ?? '', world.nowMs()));
}

/** Signs out; with several instances only the named one, until the last has gone. */
function remove({ world, application, exchange }: ApplicationContext): Reply {
  const instanceId = exchange.query('instanceId') ?? '';
  const channel = application.channels.get(instanceId);
  if (channel !== undefined && application.channels.size > 1) {
    application.channels.delete(instanceId);
    channel.end('ended');
  } else endApplication(world, application);
  return noContent;
}

function reportMyActivity(context: ApplicationContext): Reply {
  refuseGuests(context);
  const { world, application } = context;
  if (!application.available)
    throw new UcwaError(409, 'MakeMeAvailableRequired', 'Make yourself available first.');
  watchingPresence(world, () => reportActivity(world, application));
  return noContent;
}

/** Where the client is, for emergency calls. Taken and forgotten. */
function reportMyNetwork(context: ApplicationContext): Reply {
  refuseGuests(context);
  const { application, exchange } = context;
  const input = new Input(exchange);
  if (input.oneOf('clientNetworkType', ['External', 'Internal']) === undefined)
    input.reject('clientNetworkType');
  input.check();
  const href = `${application.base}/reportMyNetwork`;
  return created(href, { rel: 'reportMyNetwork', _links: { self: { href } } });
}

function policies({ application }: ApplicationContext): Reply {
  const video = application.account.user.videoAllowed !== false;
  return ok({
    rel: 'policies',
    emergencyNumbers: ['112', '911'],
    emergencyDialString: '911',
    emergencyServiceDisclaimer: 'Say where you are: your location is not known by itself.',
    locationRequired: 'Disclaimer',
    emoticons: 'Enabled',
    htmlMessaging: 'Enabled',
    messagingUrls: 'Enabled',
    photos: 'Enabled',
    saveMessagingHistory: 'Enabled',
    telephonyMode: video ? 'AudioVideo' : 'AudioOnly',
    _links: { self: { href: `${application.base}/policies` } },
  });
}

/** Who asks without a ticket is told that first, whatever they want. */
function ask({ world, exchange }: ServerContext): Reply {
  if (authorize(world, exchange) === undefined) return challenge(world, exchange);
  throw new UcwaError(405, undefined, 'The method is not allowed for this resource.');
}

export const applicationsRoutes: readonly ServerRoute[] = [
  { method: 'GET', path: '/ucwa/oauth/v1/applications', handler: ask },
  { method: 'POST', path: '/ucwa/oauth/v1/applications', handler: create },
];

export const applicationRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: '/', handler: read },
  { method: 'DELETE', path: '/', handler: remove },
  { method: 'POST', path: 'me/reportMyActivity', handler: reportMyActivity },
  // Where clients look for it that build the address by hand.
  { method: 'POST', path: 'reportMyActivity', handler: reportMyActivity },
  { method: 'POST', path: 'reportMyNetwork', handler: reportMyNetwork },
  { method: 'GET', path: 'policies', handler: policies },
];
