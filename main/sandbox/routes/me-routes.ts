import { publishCommunication } from '../events/conversation-events.ts';
import { meSender, publish } from '../events/publish.ts';
import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { alreadyExists, UcwaError } from '../http/ucwa-error.ts';
import { audioPreferences, messageFormats, modalityTypes } from '../model/modalities.ts';
import { publishToSelf, publishToWatchers } from '../presence/contact-details.ts';
import { reportActivity } from '../presence/idleness.ts';
import {
  preferredAvailabilities,
  preferredPresence,
  presenceOf,
  watchingPresence,
} from '../presence/presence.ts';
import { meResource } from '../resources/application-resource.ts';
import { meHref } from '../resources/hrefs.ts';
import { type ApplicationContext, type ApplicationRoute, refuseGuests } from './context.ts';

function requireAvailable({ application }: ApplicationContext): void {
  if (application.available) return;
  throw new UcwaError(409, 'MakeMeAvailableRequired', 'Make yourself available first.');
}

/** `me updated`, the resources that came with being available, and the changed `communication`. */
function publishAvailable({ application }: ApplicationContext): void {
  const me = meHref(application);
  const sender = meSender(application);
  publish(application, sender, { type: 'updated', rel: 'me', href: me, priority: 'Medium' });
  for (const rel of ['presence', 'note', 'location']) {
    publish(application, sender, { type: 'added', rel, href: `${me}/${rel}`, priority: 'Medium' });
  }
  publishCommunication(application);
}

function makeMeAvailable(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  refuseGuests(context);
  if (application.available) throw alreadyExists('You are available already.');
  const input = new Input(exchange);
  const signInAs = input.oneOf('signInAs', preferredAvailabilities);
  const formats = input.someOf('supportedMessageFormats', messageFormats) ?? ['Plain'];
  const supported = input.someOf('supportedModalities', modalityTypes) ?? [];
  const audioPreference = input.oneOf('audioPreference', audioPreferences);
  const phoneNumber = input.string('phoneNumber', { maxLength: 100 });
  const inactiveTimeoutMs = input.span('inactiveTimeout');
  input.check();
  const available = () => {
    application.available = true;
    application.supportedModalities = supported;
    application.supportedMessageFormats = formats;
    application.audioPreference = audioPreference ?? application.audioPreference;
    application.phoneNumber = phoneNumber;
    application.inactiveTimeoutMs = inactiveTimeoutMs ?? application.inactiveTimeoutMs;
    reportActivity(world, application);
    if (signInAs !== undefined) application.account.manualPresence = preferredPresence(signInAs);
  };
  watchingPresence(world, available, application);
  publishAvailable(context);
  return noContent;
}

function readPresence(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { world, application } = context;
  const { availability, activity } = presenceOf(world, application.account);
  return ok({
    rel: 'presence',
    availability,
    activity,
    _links: { self: { href: `${meHref(application)}/presence` } },
  });
}

/** Sets the user's presence; an empty body goes back to automatic. */
function setPresence(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const availability = input.oneOf('availability', preferredAvailabilities);
  input.check();
  watchingPresence(world, () => {
    reportActivity(world, application);
    application.account.manualPresence =
      availability === undefined ? undefined : preferredPresence(availability);
  });
  return noContent;
}

function readNote(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { application } = context;
  return ok({
    rel: 'note',
    message: application.account.note,
    type: 'Personal',
    _links: { self: { href: `${meHref(application)}/note` } },
  });
}

function setNote(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const message = input.string('message') ?? '';
  input.check();
  const { account } = application;
  account.note = message;
  publishToSelf(world, account, 'note');
  publishToWatchers(world, account, 'contactNote');
  return noContent;
}

function readLocation(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { application } = context;
  return ok({
    rel: 'location',
    location: application.account.location,
    _links: { self: { href: `${meHref(application)}/location` } },
  });
}

function setLocation(context: ApplicationContext): Reply {
  requireAvailable(context);
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const location = input.string('location', { maxLength: 60 }) ?? '';
  input.check();
  const { account } = application;
  account.location = location;
  publishToSelf(world, account, 'location');
  publishToWatchers(world, account, 'contactLocation');
  return noContent;
}

export const meRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'me', handler: ({ application }) => ok(meResource(application)) },
  { method: 'POST', path: 'me/makeMeAvailable', handler: makeMeAvailable },
  { method: 'GET', path: 'me/presence', handler: readPresence },
  { method: 'POST', path: 'me/presence', handler: setPresence },
  { method: 'GET', path: 'me/note', handler: readNote },
  { method: 'POST', path: 'me/note', handler: setNote },
  { method: 'GET', path: 'me/location', handler: readLocation },
  { method: 'POST', path: 'me/location', handler: setLocation },
];
