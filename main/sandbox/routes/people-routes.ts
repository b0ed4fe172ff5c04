import { ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import type { Account } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { supportedModalities } from '../presence/contact-details.ts';
import { peopleResource } from '../resources/application-resource.ts';
import {
  contactLocationResource,
  contactNoteResource,
  contactPhotoSvg,
  contactPresenceResource,
  contactResource,
  contactSupportedModalitiesResource,
} from '../resources/contact-resource.ts';
import { type ApplicationContext, type ApplicationRoute, contactOf } from './context.ts';

function svg(account: Account): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'image/svg+xml' },
    body: contactPhotoSvg(account),
  };
}

function photo({ world, params }: ApplicationContext): Reply {
  const account = findAccount(world, `sip:${params.contact ?? ''}`);
  if (account === undefined) throw notFound();
  return svg(account);
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
    handler: (context) => svg(contactOf(context)),
  },
  { method: 'GET', path: 'photos/:contact', handler: photo },
];
