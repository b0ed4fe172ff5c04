import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { UcwaApplication, UcwaClient } from '../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { CommandFailure } from '../command-failure.ts';
import { UntilDone } from './until-done.ts';

const maxUnsent = 20;

type Farewell = (client: UcwaClient) => Promise<void>;

/** Whether the server says that the resource is gone: what should end has ended. */
export const isGone = (error: unknown): boolean =>
  error instanceof UcwaError && (error.status === 404 || error.status === 410);

/**
 * Whether nobody knows what became of a request: there was no response, or one of something that
 * stands before the server and may have passed it on.
 */
export const isUnanswered = (error: unknown): error is UcwaError =>
  error instanceof UcwaError && (error.kind === 'transport' || error.kind === 'proxy');

/** The application that calls go through, while there is one. */
export class ServerLink {
  readonly #logger: Logger;
  readonly #repetition: UntilDone;
  #application: UcwaApplication | null = null;
  #unsent: Farewell[] = [];

  constructor(clock: Clock, random: Random, logger: Logger) {
    this.#logger = logger;
    this.#repetition = new UntilDone(clock, random, () => this.#sendUnsent());
  }

  open(application: UcwaApplication): void {
    this.#application = application;
  }

  close(): void {
    this.#application = null;
    this.forgetUnsent();
  }

  get application(): UcwaApplication | null {
    return this.#application;
  }

  /** @throws CommandFailure 'not-signed-in' */
  require(): UcwaApplication {
    if (this.#application !== null) return this.#application;
    throw new CommandFailure('not-signed-in', 'error.notSignedIn');
  }

  /**
   * Reads what a call hangs on: at once, not together with what can wait.
   * @throws CommandFailure 'not-signed-in'; UcwaError
   */
  async read(href: string): Promise<Resource> {
    return this.require().client.get(href, { kind: 'urgent' });
  }

  /**
   * Tells the server that something ended here. Nobody waits for it: what is gone already is fine,
   * and what the server could not take is sent again, at the latest when the connection is back.
   */
  farewell(send: Farewell): void {
    void this.#say(send);
  }

  /** The connection is back. */
  connected(): void {
    this.#repetition.hurry();
  }

  /** The application is a new one: what is to be ended there does not exist any more. */
  forgetUnsent(): void {
    this.#unsent = [];
    this.#repetition.stop();
  }

  async #sendUnsent(): Promise<boolean> {
    const unsent = this.#unsent;
    this.#unsent = [];
    await Promise.all(unsent.map((send) => this.#say(send)));
    return this.#unsent.length === 0;
  }

  async #say(send: Farewell): Promise<void> {
    const client = this.#application?.client;
    if (client === undefined) return;
    try {
      await send(client);
    } catch (error) {
      if (isGone(error) || this.#application?.client !== client) return;
      const isPassing = error instanceof UcwaError && error.advice === 'retry';
      if (isPassing || isUnanswered(error)) {
        this.#unsent = [...this.#unsent, send].slice(-maxUnsent);
        this.#repetition.later();
        return;
      }
      this.#logger.warn('The server could not be told that a call ended', { error });
    }
  }
}
