import type { PreferredAvailability, Presence } from '../../domain/presence.ts';
import { unknownPresence } from '../../domain/presence.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { setPresence } from '../../ucwa/requests/presence.ts';
import { readMe } from '../../ucwa/resources/me.ts';
import { readPresence } from '../../ucwa/resources/presence.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import { mayCallOnBehalf } from '../calling/calling-service.ts';
import { CommandFailure } from '../command-failure.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';

/** The signed-in user: who they are, their presence, and what the server lets them start. */
export class OwnPresenceService implements SessionPart {
  readonly #ucwa: UcwaDependencies;
  readonly #store: StateStore;
  #application: UcwaApplication | null = null;
  /** It was not read yet, or events about it may have been lost. */
  #isPresenceStale = true;

  constructor(ucwa: UcwaDependencies, store: StateStore) {
    this.#ucwa = ucwa;
    this.#store = store;
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    this.#isPresenceStale = true;
    this.#showAll(application);
  }

  handle(event: UcwaApplicationEvent): void {
    const application = this.#application;
    if (application === null) return;
    if (event.type === 'refreshed') {
      this.#showAll(application);
    } else if (event.type === 'recreated' || event.type === 'resynced') {
      this.#isPresenceStale = true;
    } else if (event.type === 'event') {
      this.#handleEvent(application, event.event);
    }
  }

  close(): void {
    this.#application = null;
  }

  /** Sets the user's own presence. Shown when the server took it. */
  async set(availability: PreferredAvailability): Promise<void> {
    const application = this.#application;
    if (application === null) throw new CommandFailure('not-signed-in', 'error.notSignedIn');
    await setPresence(application.client, application.me, availability);
    await this.#readPresence(application);
  }

  /** The presence can be read only once the user was made available and `me` was read again. */
  #showAll(application: UcwaApplication): void {
    this.#showAllowed(application.communication);
    this.#showMe(application.me);
    if (!this.#isPresenceStale || link(application.me, 'presence') === null) return;
    this.#isPresenceStale = false;
    void this.#readPresence(application);
  }

  #handleEvent(application: UcwaApplication, event: UcwaEvent): void {
    const { rel } = event.link;
    if (rel === 'communication') {
      if (event.resource !== null) this.#showAllowed(event.resource);
    } else if (rel === 'me' && event.sender.rel === 'me') {
      if (event.resource !== null) this.#showMe(event.resource);
    } else if (rel === 'presence' && event.sender.rel === 'me' && event.type !== 'deleted') {
      if (event.resource === null) void this.#readPresence(application, event.link.href);
      else this.#showPresence(event.resource);
    }
  }

  #showAllowed(communication: Resource): void {
    const startAudioVideo = link(communication, 'startAudioVideo') !== null;
    const startAudio = startAudioVideo || link(communication, 'startAudio') !== null;
    this.#store.update((draft) => {
      draft.can = {
        startAudio,
        startAudioVideo,
        startChat: link(communication, 'startMessaging') !== null,
        startMeeting: link(communication, 'startOnlineMeeting') !== null,
        startPhoneAudio: link(communication, 'startPhoneAudio') !== null,
        startOnBehalf: mayCallOnBehalf(communication),
        startEmergencyCall: link(communication, 'startEmergencyCall') !== null,
      };
    });
  }

  #showMe(resource: Resource): void {
    const { uri, name, links } = readMe(resource);
    this.#store.update((draft) => {
      const presence: Presence = draft.me?.presence ?? unknownPresence;
      draft.me = {
        uri: uri ?? '',
        name: name ?? uri?.replace(/^sips?:/i, '') ?? '',
        presence: { ...presence },
        canSetPresence: links.presence !== null,
      };
    });
  }

  /** @param href where an event said it is; else the link of `me` */
  async #readPresence(application: UcwaApplication, href?: string): Promise<void> {
    const address = href ?? link(application.me, 'presence')?.href;
    if (address === undefined) return;
    try {
      const resource = await application.client.get(address);
      if (application === this.#application) this.#showPresence(resource);
    } catch (error) {
      this.#ucwa.logger.warn('The own presence could not be read', { error });
    }
  }

  #showPresence(resource: Resource): void {
    const { availability, activity } = readPresence(resource);
    this.#store.update((draft) => {
      if (draft.me !== null) {
        draft.me.presence = { availability: availability ?? 'Unknown', activity };
        draft.me.canSetPresence = true;
      }
    });
  }
}
