import { type Person, personKey } from '../../domain/person.ts';
import { type Presence, unknownPresence } from '../../domain/presence.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import { embeddedMany, requireLink } from '../../ucwa/hypermedia/links.ts';
import type { Link, Resource } from '../../ucwa/hypermedia/resource.ts';
import { type Contact, readContact } from '../../ucwa/resources/contact.ts';
import { readContactPresence } from '../../ucwa/resources/contact-presence.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { Notices } from '../notices.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { FetchQueue } from './fetch-queue.ts';
import { PresenceSubscriptions } from './presence-subscriptions.ts';

export interface PeopleDependencies {
  readonly ucwa: UcwaDependencies;
  readonly store: StateStore;
  readonly notices: Notices;
}

/** The user's contacts and their presence. */
export class PeopleService implements SessionPart {
  readonly #on: PeopleDependencies;
  readonly #subscriptions: PresenceSubscriptions;
  readonly #presences: FetchQueue;
  /** Many contacts change at once: their list is read for all of them together. */
  readonly #lists: FetchQueue;
  /** By key of the contact's and of its contactPresence's address. */
  readonly #personByHref = new Map<string, string>();
  /** Addresses of photos by `personKey`. */
  readonly #photos = new Map<string, string>();
  #application: UcwaApplication | null = null;
  /** Counts loads: what an older one finds is out of date. */
  #loads = 0;

  constructor(dependencies: PeopleDependencies) {
    this.#on = dependencies;
    const { ucwa } = dependencies;
    this.#subscriptions = new PresenceSubscriptions(ucwa.clock, ucwa.logger.scoped('presence'));
    this.#presences = new FetchQueue((href) => this.#fetchPresence(href));
    this.#lists = new FetchQueue(() => this.#loadAgain(), 1);
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    await this.#load(application);
  }

  handle(event: UcwaApplicationEvent): void {
    const application = this.#application;
    if (application === null) return;
    if (event.type === 'event') this.#handleEvent(event.event);
    else if (event.type === 'recreated' || event.type === 'resynced') void this.#load(application);
  }

  close(): void {
    this.#application = null;
    this.#subscriptions.close();
    this.#presences.clear();
    this.#lists.clear();
    this.#personByHref.clear();
    this.#photos.clear();
  }

  /** Where the photo of a contact is, as far as the server says. */
  photoHref(uri: string): string | null {
    return this.#photos.get(personKey(uri)) ?? null;
  }

  #handleEvent(event: UcwaEvent): void {
    if (event.link.rel === 'contactPresence') {
      this.#presenceChanged(event);
    } else if (event.link.rel === 'contact' && event.in?.rel === 'myContacts') {
      this.#lists.add(event.in.href);
    } else if (event.link.rel === 'presenceSubscription') {
      this.#subscriptions.handle(event);
    }
  }

  async #loadAgain(): Promise<void> {
    if (this.#application !== null) await this.#load(this.#application);
  }

  /**
   * Resolves when the contacts that the server embeds are shown; the others and everybody's presence
   * follow. Contacts cannot always be read; calls work without them.
   */
  async #load(application: UcwaApplication): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const isCurrent = () => load === this.#loads && application === this.#application;
    try {
      const { client, people } = application;
      const myContacts = await client.get(requireLink(people, 'myContacts').href);
      if (!isCurrent()) return;
      const embedded = embeddedMany(myContacts, 'contact');
      this.#show(embedded.map(readContact));
      void this.#complete(application, embedded, linksBeyond(embedded, myContacts), isCurrent);
    } catch (error) {
      if (!isCurrent()) return;
      this.#on.ucwa.logger.warn('The contacts could not be loaded', { error });
      this.#on.notices.show('warning', 'notice.peopleNotLoaded');
    }
  }

  /** Reads the contacts that are only linked to, and subscribes to the presence of all. */
  async #complete(
    application: UcwaApplication,
    embedded: readonly Resource[],
    links: readonly Link[],
    isCurrent: () => boolean,
  ): Promise<void> {
    // Begun in one turn, they go out as one batch.
    const read = await Promise.all(links.map(({ href }) => this.#readContact(application, href)));
    if (!isCurrent()) return;
    const fetched = read.filter((contact) => contact !== null);
    const contacts = [...embedded, ...fetched].map(readContact);
    if (fetched.length > 0) this.#show(contacts);
    await this.#subscriptions.open(application, addressesOf(contacts));
  }

  async #readContact(application: UcwaApplication, href: string): Promise<Resource | null> {
    try {
      return await application.client.get(href);
    } catch (error) {
      this.#on.ucwa.logger.info('A contact could not be read', { error });
      return null;
    }
  }

  #show(contacts: readonly Contact[]): void {
    const before = this.#on.store.state.people;
    const people: Record<string, Person> = {};
    this.#personByHref.clear();
    this.#photos.clear();
    for (const contact of contacts) {
      if (contact.uri === null) continue;
      const key = personKey(contact.uri);
      people[key] = toPerson(contact, contact.uri, before[key]?.presence ?? unknownPresence);
      for (const href of [contact.href, contact.links.contactPresence?.href]) {
        if (href != null) this.#personByHref.set(hrefKey(href), key);
      }
      const photo = contact.links.contactPhoto;
      if (photo !== null) this.#photos.set(key, photo.href);
    }
    this.#on.store.update((draft) => {
      draft.people = people;
    });
    for (const { links } of contacts) {
      if (links.contactPresence !== null) this.#presences.add(links.contactPresence.href);
    }
  }

  #presenceChanged(event: UcwaEvent): void {
    const key =
      this.#personByHref.get(hrefKey(event.link.href)) ??
      (event.in === null ? undefined : this.#personByHref.get(hrefKey(event.in.href)));
    if (key === undefined) return;
    this.#personByHref.set(hrefKey(event.link.href), key);
    if (event.resource === null) this.#presences.add(event.link.href);
    else this.#setPresence(key, event.resource);
  }

  async #fetchPresence(href: string): Promise<void> {
    const application = this.#application;
    if (application === null) return;
    try {
      const resource = await application.client.get(href);
      const key = this.#personByHref.get(hrefKey(href));
      if (key !== undefined && application === this.#application) this.#setPresence(key, resource);
    } catch (error) {
      this.#on.ucwa.logger.info('A presence could not be read', { error });
    }
  }

  #setPresence(key: string, resource: Resource): void {
    const { availability, activity } = readContactPresence(resource);
    const presence: Presence = { availability: availability ?? 'Unknown', activity };
    this.#on.store.update((draft) => {
      const person = draft.people[key];
      if (person !== undefined) Object.assign(person.presence, presence);
    });
  }
}

/** The address of each person once, however often and in whatever case the list has it. */
function addressesOf(contacts: readonly Contact[]): readonly string[] {
  const byPerson = new Map(contacts.flatMap(({ uri }) => (uri ? [[personKey(uri), uri]] : [])));
  return [...byPerson.values()];
}

/** The contacts that a list links to without embedding them. */
function linksBeyond(embedded: readonly Resource[], list: Resource): readonly Link[] {
  const known = new Set(embedded.flatMap(({ href }) => (href === null ? [] : hrefKey(href))));
  return (list.links.contact ?? []).filter(({ href }) => !known.has(hrefKey(href)));
}

const toPerson = (contact: Contact, uri: string, presence: Presence): Person => ({
  uri,
  name: contact.name ?? uri.replace(/^sips?:/i, ''),
  title: contact.title,
  department: contact.department,
  company: contact.company,
  emailAddress: contact.emailAddresses[0] ?? null,
  workPhoneNumber: contact.workPhoneNumber,
  presence,
});
