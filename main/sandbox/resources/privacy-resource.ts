import { type PrivacyLevel, privacyLevels, privacyOf } from '../model/contact-list.ts';
import type { Application } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import type { Account } from '../model/user-account.ts';
import { accountHref, contactHref, peopleHref } from './hrefs.ts';
import { putProperty } from './put-property.ts';

function privacyHref(application: Application, account: Account): string {
  return `${accountHref(application, account)}/contactPrivacyRelationship`;
}

/** How close the user has let a contact come. */
export function contactPrivacyResource(application: Application, account: Account): Resource {
  const self = privacyHref(application, account);
  return {
    rel: 'contactPrivacyRelationship',
    relationshipLevel: privacyOf(application.account.contactList, account.key),
    ...putProperty(application),
    _links: {
      self: { href: self, revision: '2' },
      resetContactPrivacyRelationship: { href: `${self}/resetContactPrivacyRelationship` },
    },
  };
}

function privacyRelationshipsHref(application: Application): string {
  return `${peopleHref(application)}/privacyRelationships`;
}

/** Everybody to whom the user has given this level by hand. */
export function myPrivacyResource(application: Application, level: PrivacyLevel): Resource {
  const { privacy } = application.account.contactList;
  return {
    rel: 'myPrivacyRelationship',
    relationshipLevel: level,
    _links: {
      self: { href: `${privacyRelationshipsHref(application)}/${level}` },
      contact: [...privacy]
        .filter(([, given]) => given === level)
        .map(([key]) => ({ href: contactHref(application, key) })),
    },
  };
}

export function myPrivacyRelationshipsResource(application: Application): Resource {
  const given = new Set(application.account.contactList.privacy.values());
  return {
    rel: 'myPrivacyRelationships',
    _links: { self: { href: privacyRelationshipsHref(application) } },
    _embedded: {
      myPrivacyRelationship: privacyLevels
        .filter((level) => given.has(level))
        .map((level) => myPrivacyResource(application, level)),
    },
  };
}
