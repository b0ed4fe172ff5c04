import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';

/** The longest that the server grants, and how long before its end it is asked again. */
const durationMinutes = 30;
const refreshAfterMs = 25 * 60_000;
const retryAfterMs = 60_000;
/** People in one subscription. */
const batchSize = 50;

interface Subscription {
  readonly uris: readonly string[];
  /** Null when the server did not say where it is: it cannot be extended then, only made anew. */
  href: string | null;
}

/** Keeps the presence of people subscribed for as long as the session lives. */
export class PresenceSubscriptions {
  readonly #clock: Clock;
  readonly #logger: Logger;
  #application: UcwaApplication | null = null;
  #subscriptions: Subscription[] = [];
  #cancelTimer: CancelTimer | null = null;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Subscribes to `uris`, instead of whoever was subscribed before. */
  async open(application: UcwaApplication, uris: readonly string[]): Promise<void> {
    await this.#drop();
    this.#application = application;
    const batches = Array.from({ length: Math.ceil(uris.length / batchSize) }, (_, index) =>
      uris.slice(index * batchSize, (index + 1) * batchSize),
    );
    this.#subscriptions = batches.map((batch) => ({ uris: batch, href: null }));
    await this.#refresh();
  }

  /** The server tells that one is about to end. */
  handle(event: UcwaEvent): void {
    if (event.type === 'updated') void this.#refresh();
  }

  /** Ends all here; the server ends them with the application. */
  close(): void {
    this.#application = null;
    this.#subscriptions = [];
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  async #drop(): Promise<void> {
    const application = this.#application;
    const old = this.#subscriptions;
    this.close();
    if (application === null) return;
    for (const { href } of old) {
      if (href === null) continue;
      await application.client.delete(href).catch((error: unknown) => {
        this.#logger.debug('A presence subscription was gone already', { error });
      });
    }
  }

  async #refresh(): Promise<void> {
    const application = this.#application;
    if (application === null) return;
    this.#cancelTimer?.();
    let allWell = true;
    for (const subscription of this.#subscriptions) {
      allWell = (await this.#extend(application, subscription)) && allWell;
    }
    if (application !== this.#application) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.after(allWell ? refreshAfterMs : retryAfterMs, () => {
      void this.#refresh();
    });
  }

  async #extend(application: UcwaApplication, subscription: Subscription): Promise<boolean> {
    try {
      await this.#post(application, subscription);
      return true;
    } catch (error) {
      this.#logger.warn('The presence of people could not be subscribed', { error });
      return false;
    }
  }

  async #post({ client, people }: UcwaApplication, subscription: Subscription): Promise<void> {
    if (subscription.href !== null) {
      try {
        const query = { duration: String(durationMinutes) };
        await client.post(subscription.href, null, { query });
        return;
      } catch (error) {
        if (!(error instanceof UcwaError) || error.status !== 404) throw error;
        subscription.href = null;
      }
    }
    const collection = link(people, 'presenceSubscriptions');
    if (collection === null) return;
    const { location, resource } = await client.post(collection.href, {
      type: 'resource',
      properties: { duration: durationMinutes, uris: subscription.uris },
    });
    subscription.href = resource?.href ?? location;
  }
}
