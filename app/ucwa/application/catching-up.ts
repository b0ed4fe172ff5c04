import { requireHref } from '../hypermedia/links.ts';
import type { UcwaDependencies } from '../sign-in-contract.ts';
import { type BackOffTimes, backOffMs } from '../transport/back-off.ts';
import { delay } from '../transport/delay.ts';
import type { HttpUcwaClient } from '../transport/http-ucwa-client.ts';
import { LinkedAbort } from '../transport/linked-abort.ts';
import type { ApplicationResources } from './application-resources.ts';
import { becomeAvailable } from './become-available.ts';

/** How much of what was read is out of date; the hubs are `me` and `communication`. */
type Behind = 'nothing' | 'hubs' | 'everything';

/** Between attempts to read everything again after a gap, when the client's own were in vain. */
const readAgainTimes: BackOffTimes = { firstMs: 2_000, baseMs: 5_000, maxMs: 60_000 };

export interface CatchingUpSetup {
  readonly dependencies: Pick<UcwaDependencies, 'clock' | 'random' | 'logger'>;
  readonly client: HttpUcwaClient;
  readonly resources: ApplicationResources;
  /** The application is over. */
  readonly closing: AbortSignal;
  /** Everything is up to date. */
  readonly onDone: () => void;
}

/**
 * Reads again whatever is out of date, however long that takes: after a gap everything, of an
 * application that was just made only what making the user available changed. Nobody waits for it:
 * calls can come already.
 */
export class CatchingUp {
  readonly #setup: CatchingUpSetup;
  /** What has to be read again when it is next time to. */
  #behind: Behind = 'everything';
  #reading = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(setup: CatchingUpSetup) {
    this.#setup = setup;
  }

  /** Settles when what is being read is there. */
  get done(): Promise<void> {
    return this.#done;
  }

  /**
   * The application was just made, and its resources were read with it.
   * @param wasMadeAvailable the user was made available after that
   */
  made(wasMadeAvailable: boolean): void {
    this.#behind = wasMadeAvailable ? 'hubs' : 'nothing';
  }

  begin(): void {
    this.abandon();
    this.#reading = new AbortController();
    if (this.#behind === 'nothing') this.#setup.onDone();
    else this.#done = this.#readUntilDone(this.#behind, this.#reading.signal);
    this.#behind = 'everything';
  }

  /** What is still being read is of an application that is no more. */
  abandon(): void {
    this.#reading.abort();
  }

  async #readUntilDone(what: 'hubs' | 'everything', signal: AbortSignal): Promise<void> {
    const { closing, dependencies, onDone } = this.#setup;
    const { clock, random, logger } = dependencies;
    const abort = new LinkedAbort(signal, closing);
    for (let attempt = 1; !abort.signal.aborted; attempt += 1) {
      try {
        await (what === 'hubs' ? this.#readHubs() : this.#readAgain(abort.signal));
        if (!abort.signal.aborted) onDone();
        break;
      } catch (error) {
        if (!abort.signal.aborted)
          logger.warn('The application could not be read again', { error });
      }
      await delay(clock, backOffMs(attempt, readAgainTimes, random), abort.signal);
    }
    abort.release();
  }

  /** Brings the resources up to date after events were lost. */
  async #readAgain(signal: AbortSignal): Promise<void> {
    const { client, resources } = this.#setup;
    const root = await client.get(requireHref(resources.root), { signal });
    await resources.replaceRoot(client, root, signal);
    if (await becomeAvailable(client, resources.me)) await this.#readHubs();
  }

  /** Reads what making the user available changes. */
  async #readHubs(): Promise<void> {
    const { client, resources } = this.#setup;
    await Promise.all([
      resources.refresh(client, 'me'),
      resources.refresh(client, 'communication'),
    ]);
  }
}
