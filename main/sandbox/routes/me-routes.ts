import { communicationSender, meSender, publish } from '../events/publish.ts';
import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { alreadyExists, UcwaError } from '../http/ucwa-error.ts';
import { publishToSelf, publishToWatchers } from '../presence/contact-details.ts';
import {
  preferredAvailabilities,
  preferredPresence,
  presenceOf,
  watchingPresence,
} from '../presence/presence.ts';
import { communicationResource, meResource } from '../resources/application-resource.ts';
import { communicationHref, meHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

const modalities = [
  'Audio',
  'Video',
  'PhoneAudio',
  'Messaging',
  'ApplicationSharing',
  'DataCollaboration',
  'PanoramicVideo',
] as const;

function requireAvailable({ application }: ApplicationContext): void {
  if (application.available) return;
  throw new UcwaError(409, 'MakeMeAvailableRequired', 'Make yourself available first.');
}

function canonical(
  values: readonly string[],
  allowed: readonly string[],
  onBad: () => void,
): readonly string[] {
  return values.flatMap((value) => {
    const found = allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    if (found === undefined) onBad();
    return found === undefined ? [] : [found];
  });
}

/** `me updated`, the resources that came with being available, and the changed `communication`. */
function publishAvailable({ application }: ApplicationContext): void {
  const me = meHref(application);
  const sender = meSender(application);
  publish(application, sender, { type: 'updated', rel: 'me', href: me, priority: 'Medium' });
  for (const rel of ['presence', 'note', 'location']) {
    publish(application, sender, { type: 'added', rel, href: `${me}/${rel}`, priority: 'Medium' });
  }
  publish(application, communicationSender(application), {
    type: 'updated',
    rel: 'communication',
    href: communicationHref(application),
    embed: communicationResource(application),
    priority: 'Medium',
  });
}

function makeMeAvailable(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  if (application.available) throw alreadyExists('You are available already.');
  const input = new Input(exchange);
  const signInAs = input.oneOf('signInAs', preferredAvailabilities);
  const formats = canonical(
    input.strings('supportedMessageFormats') ?? ['Plain'],
    ['Plain', 'Html'],
    () => input.reject('supportedMessageFormats'),
  );
  const supported = canonical(input.strings('supportedModalities') ?? [], modalities, () =>
    input.reject('supportedModalities'),
  );
  const audioPreference = input.oneOf('audioPreference', ['PhoneAudio', 'VoipAudio']);
  const phoneNumber = input.string('phoneNumber');
  input.check();
  const available = () => {
    application.available = true;
    application.supportedModalities = supported;
    application.supportedMessageFormats = formats;
    application.audioPreference = audioPreference ?? application.audioPreference;
    application.phoneNumber = phoneNumber;
    application.account.lastActiveMs = world.nowMs();
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

function readPhones({ application }: ApplicationContext): Reply {
  const { user } = application.account;
  const self = `${meHref(application)}/phones`;
  const phone = (type: string, number: string | undefined) =>
    number === undefined
      ? []
      : [
          {
            rel: 'phone',
            type,
            number,
            includeInContactCard: true,
            _links: { self: { href: `${self}/${type}` } },
          },
        ];
  return ok({
    rel: 'phones',
    _links: { self: { href: self } },
    _embedded: {
      phone: [...phone('work', user.workPhoneNumber), ...phone('mobile', user.mobilePhoneNumber)],
    },
  });
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
  { method: 'GET', path: 'me/phones', handler: readPhones },
];
