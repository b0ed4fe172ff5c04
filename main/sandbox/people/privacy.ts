import type { PrivacyLevel } from '../model/contact-list.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { publishContactDetail, watches } from '../presence/contact-details.ts';

/** Gives a contact a level, or with undefined the usual one; both sides hear what it changes. */
export function setPrivacy(
  world: World,
  account: Account,
  contact: Account,
  level: PrivacyLevel | undefined,
): void {
  const { privacy } = account.contactList;
  if (level === undefined) privacy.delete(contact.key);
  else privacy.set(contact.key, level);
  for (const application of world.applicationsOf(account)) {
    if (watches(application, contact))
      publishContactDetail(application, contact, 'contactPrivacyRelationship');
  }
  for (const application of world.applicationsOf(contact)) {
    if (!watches(application, account)) continue;
    publishContactDetail(application, account, 'contactPresence');
    publishContactDetail(application, account, 'contactNote');
    publishContactDetail(application, account, 'contactLocation');
  }
}
