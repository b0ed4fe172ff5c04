import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import {
  type ContactGroup,
  contactKeys,
  distributionGroup,
  type GroupRel,
} from '../model/contact-list.ts';
import {
  createGroup,
  deleteGroup,
  listDistributionGroup,
  renameGroup,
} from '../people/contact-changes.ts';
import {
  contactsResource,
  expandedGroupResource,
  groupResource,
  myGroupsResource,
} from '../resources/group-resource.ts';
import { contactsHref, groupContactsHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { putInput } from './put-input.ts';

const idLimits = { maxLength: 256 };

/** A group of the user's contact list, or of the directory. */
export function groupWith(
  { world, application }: ApplicationContext,
  id: string | undefined,
): ContactGroup {
  const listed = application.account.contactList.groups.get(id ?? '');
  if (listed !== undefined) return listed;
  const known = world.options.distributionGroups
    .map((group) => distributionGroup(group))
    .find((group) => group.id === id?.toLowerCase());
  if (known === undefined) throw notFound('The group does not exist.');
  return known;
}

function expands({ exchange }: ApplicationContext): boolean {
  return exchange.query('expand')?.toLowerCase() !== 'false';
}

/** myContacts, or with a groupId groupContacts. */
function contacts(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const id = exchange.query('groupId');
  const expand = expands(context);
  if (id === undefined) {
    const keys = contactKeys(application.account.contactList);
    const href = contactsHref(application);
    return ok(contactsResource(world, application, { rel: 'myContacts', href, keys, expand }));
  }
  const group = groupWith(context, id);
  const href = groupContactsHref(application, group);
  return ok(
    contactsResource(world, application, {
      rel: 'groupContacts',
      href,
      keys: group.members,
      expand,
    }),
  );
}

function read(context: ApplicationContext): Reply {
  return ok(groupResource(context.application, groupWith(context, context.params.group)));
}

function create({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const name = input.string('displayName', { required: true, maxLength: 256 }) ?? '';
  input.check();
  createGroup(world, application.account, name);
  return noContent;
}

/** Only the user's own groups can be changed. */
function ownGroup(context: ApplicationContext, id: string | undefined): ContactGroup {
  const group = groupWith(context, id);
  const fixed: readonly GroupRel[] = ['defaultGroup', 'pinnedGroup', 'distributionGroup'];
  if (fixed.includes(group.rel)) throw new UcwaError(403, undefined, 'The group is fixed.');
  if (group.rel !== 'group')
    throw new UcwaError(403, 'OperationNotSupported', 'The group is not to be changed here.');
  return group;
}

function rename(context: ApplicationContext): Reply {
  const { world, application, params } = context;
  const group = ownGroup(context, params.group);
  const input = putInput(context);
  const name = input.string('name', { required: true, maxLength: 256 }) ?? '';
  input.check();
  renameGroup(world, application.account, group, name);
  return ok(groupResource(application, group));
}

function remove(context: ApplicationContext): Reply {
  const { world, application, params } = context;
  deleteGroup(world, application.account, ownGroup(context, params.group));
  return noContent;
}

function expand(context: ApplicationContext): Reply {
  const { world, application, params } = context;
  const group = groupWith(context, params.group);
  if (group.rel !== 'distributionGroup') throw notFound('This is no distribution group.');
  if (group.members.size > world.options.limits.expandedContacts)
    throw new UcwaError(403, 'TooManyContacts', 'The group has too many members.');
  return ok(expandedGroupResource(world, application, group));
}

function addToContactList(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const name = input.string('displayName', { required: true, maxLength: 256 }) ?? '';
  const address = input.string('smtpAddress', { required: true }) ?? '';
  input.check();
  const group = groupWith(context, address.replace(/^(?:sip|smtp|mailto):/i, '').toLowerCase());
  listDistributionGroup(world, application.account, { ...group, name });
  return noContent;
}

function removeFromContactList(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const id = input.string('groupId', { required: true, ...idLimits });
  input.check();
  const group = application.account.contactList.groups.get(id ?? '');
  if (group?.rel !== 'distributionGroup') throw notFound('The group is not on the contact list.');
  deleteGroup(world, application.account, group);
  return noContent;
}

export const groupRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people/contacts', handler: contacts },
  {
    method: 'GET',
    path: 'people/groups',
    handler: (context) => ok(myGroupsResource(context.application, expands(context))),
  },
  { method: 'POST', path: 'people/groups', handler: create },
  { method: 'POST', path: 'people/groups/addToContactList', handler: addToContactList },
  { method: 'POST', path: 'people/groups/removeFromContactList', handler: removeFromContactList },
  { method: 'GET', path: 'people/groups/:group', handler: read },
  { method: 'PUT', path: 'people/groups/:group', handler: rename },
  { method: 'DELETE', path: 'people/groups/:group', handler: remove },
  { method: 'GET', path: 'people/groups/:group/expandDistributionGroup', handler: expand },
];
