import { link } from '../../ucwa/hypermedia/links.ts';
import { readNote, setNote } from '../../ucwa/requests/note.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import { CommandFailure } from '../command-failure.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';

/** The note that the user shows to others with the presence. */
export class OwnNoteService implements SessionPart {
  readonly #ucwa: UcwaDependencies;
  readonly #store: StateStore;
  #application: UcwaApplication | null = null;
  /** It was not read yet, or events about it may have been lost. */
  #isStale = true;

  constructor(ucwa: UcwaDependencies, store: StateStore) {
    this.#ucwa = ucwa;
    this.#store = store;
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    this.#isStale = true;
    this.#readWhenStale(application);
  }

  handle(event: UcwaApplicationEvent): void {
    const application = this.#application;
    if (application === null) return;
    if (event.type === 'refreshed') {
      this.#readWhenStale(application);
    } else if (event.type === 'recreated' || event.type === 'resynced') {
      this.#isStale = true;
    } else if (event.type === 'event') {
      const { link: about, sender, type } = event.event;
      if (about.rel !== 'note' || sender.rel !== 'me') return;
      if (type === 'deleted') this.#show('');
      else void this.#read(application);
    }
  }

  close(): void {
    this.#application = null;
    this.#show(null);
  }

  /** Shown when the server took it. @throws CommandFailure 'not-allowed' where there are no notes */
  async set(text: string): Promise<void> {
    const application = this.#application;
    if (application === null) throw new CommandFailure('not-signed-in', 'error.notSignedIn');
    if (link(application.me, 'note') === null) {
      throw new CommandFailure('not-allowed', 'error.notAllowed');
    }
    await setNote(application.client, application.me, text);
    if (application === this.#application) this.#show(text);
  }

  /** It is there only once the user was made available and `me` was read again. */
  #readWhenStale(application: UcwaApplication): void {
    if (!this.#isStale || link(application.me, 'note') === null) return;
    this.#isStale = false;
    void this.#read(application);
  }

  async #read(application: UcwaApplication): Promise<void> {
    try {
      const note = await readNote(application.client, application.me);
      if (application === this.#application) this.#show(note);
    } catch (error) {
      this.#ucwa.logger.warn('The own note could not be read', { error });
    }
  }

  #show(note: string | null): void {
    if (this.#store.state.ownNote === note) return;
    this.#store.update((draft) => {
      draft.ownNote = note;
    });
  }
}
