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
  /** Counts what was opened and closed. */
  #round = 0;
  #isRefreshing = false;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Subscribes to `uris`, instead of whoever was subscribed before. */
  async open(application: UcwaApplication, uris: readonly string[]): Promise<void> {
    const before = application === this.#application ? this.#subscriptions : [];
    this.close();
    this.#application = application;
    const batches = Array.from({ length: Math.ceil(uris.length / batchSize) }, (_, index) =>
      uris.slice(index * batchSize, (index + 1) * batchSize),
    );
    this.#subscriptions = batches.map((batch) => ({ uris: batch, href: null }));
    await this.#refresh(this.#round);
    await this.#drop(application, before);
  }

  /** The server tells that one is about to end. */
  handle(event: UcwaEvent): void {
    if (event.type === 'updated') void this.#refresh(this.#round);
  }

  /** Ends all here; the server ends them with the application. Leaves no timer. */
  close(): void {
    this.#round += 1;
    this.#application = null;
    this.#subscriptions = [];
    this.#isRefreshing = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  async #drop({ client }: UcwaApplication, old: readonly Subscription[]): Promise<void> {
    for (const { href } of old) {
      if (href === null) continue;
      await client.delete(href).catch((error: unknown) => {
        this.#logger.debug('A presence subscription was gone already', { error });
      });
    }
  }

  /** @param round the one that asks; when another has begun, this one ends */
  async #refresh(round: number): Promise<void> {
    const application = this.#application;
    if (application === null || round !== this.#round || this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#cancelTimer?.();
    let allWell = true;
    for (const subscription of this.#subscriptions) {
      allWell = (await this.#extend(application, subscription)) && allWell;
      if (round !== this.#round) return;
    }
    this.#isRefreshing = false;
    this.#cancelTimer = this.#clock.after(allWell ? refreshAfterMs : retryAfterMs, () => {
      void this.#refresh(round);
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
