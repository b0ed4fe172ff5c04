import { Input } from '../http/input.ts';
import { ok, type Reply } from '../http/reply.ts';
import { distributionGroup } from '../model/contact-list.ts';
import type { Account } from '../model/user-account.ts';
import { contactResource } from '../resources/contact-resource.ts';
import { groupResource } from '../resources/group-resource.ts';
import { peopleHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

/** Results when the client names no limit. */
const usualLimit = 20;

function holds(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}

function textOf({ user }: Account): string {
  const { name, uri, title, department, workPhoneNumber, mobilePhoneNumber } = user;
  return [name, uri, title, department, workPhoneNumber, mobilePhoneNumber].join(' ');
}

/** People and distribution groups whose details hold every word of the query, or the mail address. */
function search({ world, application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const query = input.string('query', { maxLength: 256 });
  const mail = input.string('mail', { maxLength: 256 });
  const limit = input.number('limit', { min: 1, max: 100 }) ?? usualLimit;
  if (query === undefined && mail === undefined) input.reject('query');
  input.check();
  const wanted = (text: string, address: string) =>
    mail === undefined
      ? holds(text, query ?? '')
      : address.replace(/^sip:/i, '').toLowerCase() === mail.toLowerCase();
  const people = [...world.accounts.values()].filter((account) =>
    wanted(textOf(account), account.key),
  );
  const groups = world.options.distributionGroups.filter(({ name, uri }) =>
    wanted(`${name} ${uri}`, uri),
  );
  const self = new URLSearchParams({
    ...(query === undefined ? {} : { query }),
    ...(mail === undefined ? {} : { mail }),
    limit: String(limit),
  });
  const shownPeople = people.slice(0, limit);
  const shownGroups = groups.slice(0, limit - shownPeople.length);
  return ok({
    rel: 'search',
    moreResultsAvailable: people.length + groups.length > limit,
    _links: {
      self: { href: `${peopleHref(application)}/search?${self.toString()}`, revision: '2' },
    },
    _embedded: {
      contact: shownPeople.map((account) => contactResource(application, account)),
      ...(shownGroups.length === 0
        ? {}
        : {
            distributionGroup: shownGroups.map((group) =>
              groupResource(application, distributionGroup(group)),
            ),
          }),
    },
  });
}

export const searchRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'people/search', handler: search },
];
