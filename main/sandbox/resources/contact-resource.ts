import type { Account, Application, Presence } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { accountHref } from './hrefs.ts';

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
    workPhoneNumber: user.workPhoneNumber,
    mobilePhoneNumber: user.mobilePhoneNumber,
    _links: {
      self: { href: self },
      contactPhoto: { href: `${self}/contactPhoto` },
      contactPresence: { href: `${self}/contactPresence` },
      contactNote: { href: `${self}/contactNote` },
      contactSupportedModalities: { href: `${self}/contactSupportedModalities` },
    },
  };
}

export function contactPresenceResource(
  application: Application,
  account: Account,
  presence: Presence,
): Resource {
  return {
    rel: 'contactPresence',
    availability: presence.availability,
    activity: presence.activity,
    deviceType: presence.availability === 'Offline' ? 'Unknown' : 'PC',
    lastActive: ucwaDate(account.lastActiveMs),
    _links: { self: { href: `${accountHref(application, account)}/contactPresence` } },
  };
}

/** A plain disc with the person's initials. */
export function contactPhotoSvg(account: Account): string {
  const initials = account.user.name
    .split(/\s+/)
    .map((word) => word.charAt(0).replace(/[<>&]/g, ''))
    .join('')
    .slice(0, 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"><rect width="96" height="96" fill="#4f6bed"/><text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">${initials}</text></svg>`;
}
