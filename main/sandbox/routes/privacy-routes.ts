import { noContent, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { privacyLevels } from '../model/contact-list.ts';
import { setPrivacy } from '../people/privacy.ts';
import {
  contactPrivacyResource,
  myPrivacyRelationshipsResource,
  myPrivacyResource,
} from '../resources/privacy-resource.ts';
import { type ApplicationContext, type ApplicationRoute, contactOf } from './context.ts';
import { putInput } from './put-input.ts';

function write(context: ApplicationContext): Reply {
  const { world, application } = context;
  const contact = contactOf(context);
  const input = putInput(context);
  const wanted = input.oneOf('relationshipLevel', privacyLevels);
  input.check();
  const level = privacyLevels.find((candidate) => candidate === wanted);
  if (level !== undefined) setPrivacy(world, application.account, contact, level);
  return ok(contactPrivacyResource(application, contact));
}

function reset(context: ApplicationContext): Reply {
  setPrivacy(context.world, context.application.account, contactOf(context), undefined);
  return noContent;
}

function readOne({ application, params }: ApplicationContext): Reply {
  const wanted = params.level?.toLowerCase();
  const level = privacyLevels.find((candidate) => candidate.toLowerCase() === wanted);
  if (level === undefined) throw notFound();
  return ok(myPrivacyResource(application, level));
}

const one = 'people/:contact/contactPrivacyRelationship';

export const privacyRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'people/privacyRelationships',
    handler: ({ application }) => ok(myPrivacyRelationshipsResource(application)),
  },
  { method: 'GET', path: 'people/privacyRelationships/:level', handler: readOne },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(contactPrivacyResource(context.application, contactOf(context))),
  },
  { method: 'PUT', path: one, handler: write },
  { method: 'POST', path: `${one}/resetContactPrivacyRelationship`, handler: reset },
];
