import { eventsBody, type ScriptedUcwa } from './scripted-ucwa.ts';

export type ScriptedEvent = readonly [rel: string, href: string, type: string, more?: object];

export interface ScriptedSender {
  readonly rel: string;
  readonly href: string;
}

/** The event channel of a scripted server: it says what a test scripts, in the order it scripts. */
export class ScriptedChannel {
  readonly #ucwa: ScriptedUcwa;
  #ack = 1;
  #deliver: (body: object) => void = () => undefined;

  constructor(ucwa: ScriptedUcwa) {
    this.#ucwa = ucwa;
    this.#awaitEvents();
  }

  /** Answers the hanging event request with these events of each sender, in one body. */
  send(...told: readonly (readonly [ScriptedSender, ...ScriptedEvent[]])[]): void {
    const sender = told.map(([from, ...events]) => ({
      ...from,
      events: events.map(([rel, href, type, more]) => ({ link: { rel, href }, type, ...more })),
    }));
    this.#answer('next', (body) => ({ ...body, sender }));
  }

  /** Says that events were lost. */
  resync(): void {
    this.#answer('resync', (body) => body);
  }

  #answer(next: 'next' | 'resync', complete: (body: object) => object): void {
    const deliver = this.#deliver;
    this.#ack += 1;
    this.#awaitEvents();
    deliver(complete(eventsBody({ [next]: `/apps/1/events?ack=${this.#ack}` })));
  }

  #awaitEvents(): void {
    const body = {};
    const after = new Promise<void>((resolve) => {
      this.#deliver = (events) => {
        Object.assign(body, events);
        resolve();
      };
    });
    const target = this.#ack === 1 ? '/apps/1/events' : `/apps/1/events?ack=${this.#ack}`;
    this.#ucwa.on(`GET ${target}`, { after, answer: { body } });
  }
}
