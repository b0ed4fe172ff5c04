import type { Calling, OwnPhone } from '../../domain/calling.ts';
import { noCalling } from '../../domain/calling.ts';
import type { PersonRef } from '../../domain/person.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { embeddedMany, embeddedOne, link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readContact } from '../../ucwa/resources/contact.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import { personRef } from '../people/person-ref.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { emergencyNumbersOf } from './emergency-numbers.ts';
import { phonesOf } from './own-phones.ts';

/** What the user's calls start from: own phones, delegators, emergency numbers. */
export class CallingService implements SessionPart {
  readonly #ucwa: UcwaDependencies;
  readonly #store: StateStore;
  #application: UcwaApplication | null = null;

  constructor(ucwa: UcwaDependencies, store: StateStore) {
    this.#ucwa = ucwa;
    this.#store = store;
  }

  /** Nobody waits for it. */
  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    void this.#load(application);
  }

  handle(event: UcwaApplicationEvent): void {
    if (this.#application !== null && event.type === 'recreated') {
      void this.#load(this.#application);
    }
  }

  close(): void {
    this.#application = null;
    this.#show(noCalling);
  }

  async #load(application: UcwaApplication): Promise<void> {
    const [phones, delegators, emergency] = await Promise.all([
      this.#read(() => this.#readPhones(application), noCalling.phones),
      this.#read(() => this.#readDelegators(application), noCalling.delegators),
      this.#read(() => readEmergency(application), {
        emergencyNumbers: noCalling.emergencyNumbers,
        emergencyDisclaimer: noCalling.emergencyDisclaimer,
      }),
    ]);
    if (application === this.#application) this.#show({ phones, delegators, ...emergency });
  }

  /** What cannot be read is not offered. */
  async #read<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      this.#ucwa.logger.info('Something that calls start from could not be read', { error });
      return otherwise;
    }
  }

  async #readPhones({ client, me }: UcwaApplication): Promise<readonly OwnPhone[]> {
    const phones = link(me, 'phones');
    return phones === null ? [] : phonesOf(await client.get(phones.href));
  }

  async #readDelegators({ client, communication, people }: UcwaApplication) {
    if (!mayCallOnBehalf(communication)) return [];
    const groups = link(people, 'myGroups');
    if (groups === null) return [];
    const group = await groupIn(await client.get(groups.href), client);
    const contacts = group === null ? null : link(group, 'groupContacts');
    if (contacts === null) return [];
    const list = await client.get(contacts.href);
    const embedded = embeddedMany(list, 'contact');
    const found =
      embedded.length > 0
        ? embedded
        : await Promise.all((list.links.contact ?? []).map(({ href }) => client.get(href)));
    return found.map(readContact).flatMap(({ uri, name }): readonly PersonRef[] => {
      return uri === null ? [] : [personRef(uri, name, this.#store.state.people)];
    });
  }

  #show(calling: Calling): void {
    this.#store.update((draft) => {
      draft.calling = {
        ...calling,
        phones: [...calling.phones],
        delegators: [...calling.delegators],
        emergencyNumbers: [...calling.emergencyNumbers],
      };
    });
  }
}

/** The group of those in whose name the user may call: embedded, or linked to. */
async function groupIn(
  myGroups: Resource,
  client: UcwaApplication['client'],
): Promise<Resource | null> {
  const embedded = embeddedOne(myGroups, 'delegatorsGroup');
  if (embedded !== null) return embedded;
  const linked = link(myGroups, 'delegatorsGroup');
  return linked === null ? null : client.get(linked.href);
}

/** Whether calls in the name of somebody else are offered. */
export const mayCallOnBehalf = (communication: Resource): boolean =>
  [
    'startAudioOnBehalfOfDelegator',
    'startAudioVideoOnBehalfOfDelegator',
    'startPhoneAudioOnBehalfOfDelegator',
  ].some((rel) => link(communication, rel) !== null);

async function readEmergency({ client, root }: UcwaApplication) {
  const { values } = await follow(client, known('application', root), 'policies');
  return {
    emergencyNumbers: emergencyNumbersOf(values),
    emergencyDisclaimer: values.emergencyServiceDisclaimer ?? null,
  };
}
