import { privacyOf } from '../model/contact-list.ts';
import type { Application } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { presenceOf } from '../presence/presence.ts';
import { accountHref } from './hrefs.ts';
import { phoneNumbers } from './phone-resource.ts';

/** A person of the directory. */
export function contactResource(application: Application, account: Account): Resource {
  const { user } = account;
  const self = accountHref(application, account);
  return {
    rel: 'contact',
    uri: user.uri,
    name: user.name,
    type: 'User',
    sourceNetwork: 'SameEnterprise',
    emailAddresses: [user.uri.replace(/^sip:/i, '')],
    title: user.title,
    department: user.department,
    company: user.company,
    office: user.office,
    ...phoneNumbers(account, 'contactCard'),
    _links: {
      self: { href: self },
      contactPhoto: { href: `${self}/contactPhoto` },
      contactPresence: { href: `${self}/contactPresence` },
      contactLocation: { href: `${self}/contactLocation` },
      contactNote: { href: `${self}/contactNote` },
      contactSupportedModalities: { href: `${self}/contactSupportedModalities` },
      contactPrivacyRelationship: { href: `${self}/contactPrivacyRelationship`, revision: '2' },
    },
  };
}

/** Whether somebody has closed themselves to the user of this application. */
function isShut(application: Application, account: Account): boolean {
  return privacyOf(account.contactList, application.account.key) === 'Blocked';
}

/** External contacts see less than colleagues, blocked ones nothing. */
function isReserved(application: Application, account: Account): boolean {
  const level = privacyOf(account.contactList, application.account.key);
  return level === 'Blocked' || level === 'External';
}

export function contactPresenceResource(
  world: World,
  application: Application,
  account: Account,
): Resource {
  const presence = isShut(application, account)
    ? { availability: 'Offline' }
    : presenceOf(world, account);
  const isOffline = presence.availability === 'Offline';
  return {
    rel: 'contactPresence',
    availability: presence.availability,
    activity: presence.activity,
    deviceType: isOffline ? 'Unknown' : 'PC',
    lastActive: ucwaDate(account.lastActiveMs),
    _links: { self: { href: `${accountHref(application, account)}/contactPresence` } },
  };
}

export function contactNoteResource(application: Application, account: Account): Resource {
  return {
    rel: 'contactNote',
    message: isReserved(application, account) ? '' : account.note,
    type: 'Personal',
    _links: { self: { href: `${accountHref(application, account)}/contactNote` } },
  };
}

export function contactLocationResource(application: Application, account: Account): Resource {
  return {
    rel: 'contactLocation',
    location: isReserved(application, account) ? '' : account.location,
    _links: { self: { href: `${accountHref(application, account)}/contactLocation` } },
  };
}

export function contactSupportedModalitiesResource(
  application: Application,
  account: Account,
  modalities: readonly string[],
): Resource {
  return {
    rel: 'contactSupportedModalities',
    modalities: isShut(application, account) ? [] : modalities,
    _links: { self: { href: `${accountHref(application, account)}/contactSupportedModalities` } },
  };
}
