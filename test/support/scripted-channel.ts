import type { ScriptedUcwa } from './scripted-ucwa.ts';

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
    this.#answer('next', { sender });
  }

  /** Says that events were lost. */
  resync(): void {
    this.#answer('resync');
  }

  /** Says that conversations and subscriptions were lost. */
  resume(): void {
    this.#answer('resume');
  }

  /** Ends the hanging event request as a timeout does: with nothing but where to go on. */
  pass(): void {
    this.#answer('next');
  }

  #answer(next: 'next' | 'resync' | 'resume', more: object = {}): void {
    const deliver = this.#deliver;
    this.#ack += 1;
    this.#awaitEvents();
    const links = { self: { href: '/events' }, [next]: { href: this.#target } };
    deliver({ _links: links, ...more });
  }

  get #target(): string {
    return this.#ack === 1 ? '/apps/1/events' : `/apps/1/events?ack=${this.#ack}`;
  }

  #awaitEvents(): void {
    const body = {};
    const after = new Promise<void>((resolve) => {
      this.#deliver = (events) => {
        Object.assign(body, events);
        resolve();
      };
    });
    this.#ucwa.on(`GET ${this.#target}`, { after, answer: { body } });
  }
}
