import type { UcwaEvent } from '../../app/ucwa/events/ucwa-event.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../app/ucwa/ucwa-application.ts';

/** Collects what an application tells, and waits for it. */
export class EventLog {
  readonly events: UcwaApplicationEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(application: UcwaApplication) {
    application.events.subscribe((event) => {
      this.events.push(event);
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    });
  }

  /**
   * One word for each: the type, or the event's relation, type and last part of its address.
   * Without `refreshed`, which comes whenever something was read.
   */
  get words(): string[] {
    return this.events.filter(({ type }) => type !== 'refreshed').map(toWord);
  }

  /** The first event of this kind that fits, told already or still to come. */
  async event(
    rel: string,
    type: string,
    fits: (event: UcwaEvent) => boolean = () => true,
  ): Promise<UcwaEvent> {
    for (let seen = 0; ; ) {
      for (; seen < this.events.length; seen += 1) {
        const told = this.events[seen];
        if (told?.type !== 'event') continue;
        const { event } = told;
        if (event.link.rel === rel && event.type === type && fits(event)) return event;
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Waits until the word has been told `count` times. */
  async waitFor(word: string, count = 1): Promise<void> {
    while (this.events.map(toWord).filter((each) => each === word).length < count) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }
}

function toWord(event: UcwaApplicationEvent): string {
  if (event.type === 'ended') return `ended:${event.reason}`;
  if (event.type !== 'event') return event.type;
  const { link, type } = event.event;
  return `${link.rel} ${type} ${link.href.split('/').pop() ?? ''}`;
}
