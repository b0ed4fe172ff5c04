import { applicationResource, type ScriptedUcwa } from '../../../support/scripted-ucwa.ts';

const link = (href: string) => ({ href });

/** A contact of Alex; `P1` has the address `sip:p1@example.test`. */
export const contact = (name: string) => ({
  rel: 'contact',
  name,
  uri: `sip:${name.toLowerCase()}@example.test`,
  _links: {
    self: link(`/apps/1/people/${name}`),
    contactPresence: link(`/apps/1/people/${name}/presence`),
  },
});

/** Gives Alex these contacts, presence subscriptions, and a way to batch. */
export const withContactList =
  (list: object) =>
  (ucwa: ScriptedUcwa): void => {
    const application = applicationResource();
    const { people } = application._embedded;
    const links = {
      ...people._links,
      myContacts: link('/apps/1/contacts'),
      presenceSubscriptions: link('/apps/1/subscriptions'),
    };
    const body = {
      ...application,
      _links: { ...application._links, batch: link('/apps/1/batch') },
      _embedded: { ...application._embedded, people: { ...people, _links: links } },
    };
    ucwa.on('POST /apps', { status: 201, body });
    ucwa.on('GET /apps/1/contacts', { body: { rel: 'myContacts', ...list } });
    ucwa.on('POST /apps/1/subscriptions', { status: 201, headers: { Location: '/apps/1/sub/1' } });
    ucwa.on('POST /apps/1/sub/1', { status: 200, body: {} });
  };

/** Alex is online, as their own presence says. */
export const withPresence = (ucwa: ScriptedUcwa): void => {
  ucwa.on('GET /apps/1/me/presence', { body: { rel: 'presence', availability: 'Online' } });
};

/** So many contacts `P0`, `P1` …, embedded in their list. */
export const withContacts = (count: number) => withContactList(contactList(count));

export const contactList = (count: number) => ({
  ...{ rel: 'myContacts' },
  _embedded: { contact: Array.from({ length: count }, (_, index) => contact(`P${index}`)) },
});
