import type { Logger } from '../../ports/logger.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { UcwaApplication, UcwaClient } from '../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { CommandFailure } from '../command-failure.ts';

const maxUnsent = 20;

type Farewell = (client: UcwaClient) => Promise<void>;

/** Whether the server says that the resource is gone: what should end has ended. */
export const isGone = (error: unknown): boolean =>
  error instanceof UcwaError && (error.status === 404 || error.status === 410);

/** The application that calls go through, while there is one. */
export class ServerLink {
  readonly #logger: Logger;
  #application: UcwaApplication | null = null;
  #unsent: Farewell[] = [];

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  open(application: UcwaApplication): void {
    this.#application = application;
  }

  close(): void {
    this.#application = null;
    this.#unsent = [];
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
   * and what cannot be sent is sent when the connection is back.
   */
  farewell(send: Farewell): void {
    const client = this.#application?.client;
    if (client === undefined) return;
    send(client).catch((error: unknown) => {
      if (isGone(error) || this.#application?.client !== client) return;
      if (error instanceof UcwaError && error.kind === 'transport') {
        this.#unsent = [...this.#unsent, send].slice(-maxUnsent);
        return;
      }
      this.#logger.warn('The server could not be told that a call ended', { error });
    });
  }

  /** The connection is back. */
  sendUnsent(): void {
    const unsent = this.#unsent;
    this.#unsent = [];
    for (const send of unsent) this.farewell(send);
  }

  /** The application is a new one: what is to be ended there does not exist any more. */
  forgetUnsent(): void {
    this.#unsent = [];
  }
}
