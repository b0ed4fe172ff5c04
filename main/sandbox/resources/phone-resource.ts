import type { Application } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { type Phone, phoneTypes } from '../model/phones.ts';
import type { Account } from '../model/user-account.ts';
import { meHref } from './hrefs.ts';

function phonesHref(application: Application): string {
  return `${meHref(application)}/phones`;
}

export function phoneResource(application: Application, phone: Phone): Resource {
  const self = `${phonesHref(application)}/${phone.type}`;
  return {
    rel: 'phone',
    type: phone.type,
    number: phone.number,
    includeInContactCard: phone.includeInContactCard,
    _links: {
      self: { href: self },
      ...(phone.isFixed
        ? {}
        : {
            changeNumber: { href: `${self}/changeNumber` },
            changeVisibility: { href: `${self}/changeVisibility` },
          }),
    },
  };
}

export function phonesResource(application: Application): Resource {
  const phones = [...application.account.phones.values()];
  return {
    rel: 'phones',
    _links: { self: { href: phonesHref(application) } },
    _embedded: {
      phone: phones
        .filter(({ isFixed, number }) => !isFixed || number !== undefined)
        .map((phone) => phoneResource(application, phone)),
    },
  };
}

/** The numbers of a contact card, under the names that `contact` and `me` have for them. */
export function phoneNumbers({ phones }: Account, scope: 'own' | 'contactCard'): JsonObject {
  return Object.fromEntries(
    phoneTypes.flatMap((type) => {
      const phone = phones.get(type);
      const shown = phone?.includeInContactCard === true || scope === 'own';
      return phone?.number === undefined || !shown ? [] : [[`${type}PhoneNumber`, phone.number]];
    }),
  );
}
