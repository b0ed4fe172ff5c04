import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import type { ContactGroup } from '../model/contact-list.ts';
import { findAccount } from '../model/find-account.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { addToGroup, removeContact, removeFromGroup } from '../people/contact-changes.ts';
import { groupMembershipResource, groupMembershipsResource } from '../resources/group-resource.ts';
import { groupMembershipsHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { groupWith } from './group-routes.ts';

const uriLimits = { required: true, maxLength: 250 };

/** A group that contacts can be put into and taken out of one by one. */
function editable(context: ApplicationContext, id: string | undefined): ContactGroup {
  const group = groupWith(context, id);
  if (group.rel === 'delegatorsGroup')
    throw new UcwaError(403, 'OperationNotSupported', 'Delegators are not managed here.');
  if (group.rel === 'distributionGroup')
    throw new UcwaError(403, undefined, 'Distribution groups are managed by the directory.');
  return group;
}

function contactWith(world: World, uri: string): Account {
  const account = findAccount(world, /^(?:sip|tel):/i.test(uri) ? uri : `sip:${uri}`);
  if (account === undefined) throw notFound('The contact does not exist.');
  return account;
}

function list(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const id = exchange.query('groupId');
  const group = id === undefined ? undefined : groupWith(context, id);
  if (group?.rel === 'delegatorsGroup')
    throw new UcwaError(403, 'OperationNotSupported', 'Delegators are not listed here.');
  return ok(groupMembershipsResource(world, application, group));
}

/** Puts a contact into a group; other contacts is where those without a group go. */
function add(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const input = new Input(exchange);
  const uri = input.string('contactUri', uriLimits) ?? '';
  const id = input.string('groupId', { maxLength: 256 });
  input.check();
  const groups = [...application.account.contactList.groups.values()];
  const group = editable(context, id ?? groups.find(({ rel }) => rel === 'defaultGroup')?.id);
  const contact = contactWith(world, uri);
  if (contact === application.account)
    throw new UcwaError(409, undefined, 'Nobody is a contact of their own.');
  addToGroup(world, application.account, contact, group);
  const membership = groupMembershipResource(application, group, contact.key);
  const pair = `${encodeURIComponent(group.id)},${contact.key.replace(/^sip:/, '')}`;
  return created(`${groupMembershipsHref(application)}/${pair}`, membership);
}

interface Membership {
  readonly group: ContactGroup;
  readonly contact: Account;
}

function membershipOf(context: ApplicationContext): Membership {
  const [id, address] = (context.params.membership ?? '').split(',');
  const group = groupWith(context, id);
  const contact = contactWith(context.world, address ?? '');
  if (!group.members.has(contact.key)) throw notFound('The contact is not in the group.');
  return { group, contact };
}

function read(context: ApplicationContext): Reply {
  const { group, contact } = membershipOf(context);
  return ok(groupMembershipResource(context.application, group, contact.key));
}

function remove(context: ApplicationContext): Reply {
  const { group, contact } = membershipOf(context);
  removeFromGroup(context.world, context.application.account, contact, editable(context, group.id));
  return noContent;
}

function removeFromAll({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const uri = input.string('contactUri', uriLimits) ?? '';
  input.check();
  removeContact(world, application.account, contactWith(world, uri));
  return noContent;
}

const all = 'people/groupMemberships';

export const groupMembershipRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: all, handler: list },
  { method: 'POST', path: all, handler: add },
  { method: 'POST', path: `${all}/removeContactFromAllGroups`, handler: removeFromAll },
  { method: 'GET', path: `${all}/:membership`, handler: read },
  { method: 'DELETE', path: `${all}/:membership`, handler: remove },
];
