import { ok, type Reply } from '../http/reply.ts';
import { invalidParameters, notFound } from '../http/ucwa-error.ts';
import { findAccount } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import { supportedModalities } from '../presence/contact-details.ts';
import { peopleResource } from '../resources/application-resource.ts';
import {
  contactLocationResource,
  contactNoteResource,
  contactPresenceResource,
  contactResource,
  contactSupportedModalitiesResource,
} from '../resources/contact-resource.ts';
import { photoOf } from '../resources/photo.ts';
import { type ApplicationContext, type ApplicationRoute, contactOf } from './context.ts';

const photoSizes: readonly string[] = ['48', '64', '96', '120', '240', '360', '432', '504', '648'];

/** The photo in the size that was asked for, such as `HR96X96`; 404 for those who have none. */
function photoReply({ exchange }: ApplicationContext, account: Account): Reply {
  const asked = exchange.query('size') ?? 'HR48X48';
  const [, size = '', height] = /^HR(\d+)X(\d+)$/i.exec(asked) ?? [];
  if (size !== height || !photoSizes.includes(size))
    throw invalidParameters([{ name: 'size', reason: 'Invalid' }]);
  if (account.user.hasPhoto === false) throw notFound('The user has no photo.');
  return {
    status: 200,
    headers: { 'Content-Type': 'image/png' },
    body: photoOf(account, Number(size)),
  };
}

function photo(context: ApplicationContext): Reply {
  const { world, params } = context;
  const account = findAccount(world, `sip:${params.contact ?? ''}`);
  if (account === undefined) throw notFound();
  return photoReply(context, account);
}

function modalities(context: ApplicationContext): Reply {
  const account = contactOf(context);
  const supported = supportedModalities(context.world, account);
  return ok(contactSupportedModalitiesResource(context.application, account, supported));
}

const one = 'people/:contact';

export const peopleRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people', handler: ({ application }) => ok(peopleResource(application)) },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(contactResource(context.application, contactOf(context))),
  },
  {
    method: 'GET',
    path: `${one}/contactPresence`,
    handler: (context) =>
      ok(contactPresenceResource(context.world, context.application, contactOf(context))),
  },
  {
    method: 'GET',
    path: `${one}/contactNote`,
    handler: (context) => ok(contactNoteResource(context.application, contactOf(context))),
  },
  {
    method: 'GET',
    path: `${one}/contactLocation`,
    handler: (context) => ok(contactLocationResource(context.application, contactOf(context))),
  },
  { method: 'GET', path: `${one}/contactSupportedModalities`, handler: modalities },
  {
    method: 'GET',
    path: `${one}/contactPhoto`,
    handler: (context) => photoReply(context, contactOf(context)),
  },
  { method: 'GET', path: 'photos/:contact', handler: photo },
];
