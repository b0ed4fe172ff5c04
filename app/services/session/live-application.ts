import type { SignOutReason } from '../../domain/session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import { delay } from '../../ucwa/transport/delay.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import type { SessionPart } from './session-part.ts';
import type { SessionView } from './session-view.ts';

/** How long the user waits for what the parts read; the rest comes later. */
const openingLimitMs = 5_000;

export interface LiveApplicationSetup {
  /** In the order in which they are opened and told of events. */
  readonly parts: readonly SessionPart[];
  readonly view: SessionView;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The server ended it, or no ticket is to be had for it any more. */
  readonly onEnded: (reason: SignOutReason) => void;
}

/** A signed-in application with the parts of Parley that live as long as it does. */
export class LiveApplication {
  readonly application: UcwaApplication;
  readonly #setup: LiveApplicationSetup;
  /** Ends the wait for the parts. */
  readonly #opened = new AbortController();
  #isClosed = false;
  #unsubscribers: readonly Unsubscribe[];

  constructor(application: UcwaApplication, setup: LiveApplicationSetup) {
    this.application = application;
    this.#setup = setup;
    // Before it is started: it may end while the parts still read.
    this.#unsubscribers = [
      application.events.subscribe((event) => this.#handle(event)),
      setup.wakeUps.subscribe(() => application.wakeUp()),
    ];
  }

  /**
   * Gives the application to all parts, then lets its events come. Waits for what the parts read, but
   * not for ever: one that cannot load, or not soon, must not keep the user waiting.
   */
  async start(): Promise<void> {
    const { parts, clock } = this.#setup;
    const opening = parts.map((part) => this.#openPart(part));
    if (!this.#isClosed) this.application.start();
    await Promise.race([Promise.all(opening), delay(clock, openingLimitMs, this.#opened.signal)]);
    this.#opened.abort();
  }

  /** No part has to do with it any more. */
  close(): void {
    this.#isClosed = true;
    this.#opened.abort();
    for (const unsubscribe of this.#unsubscribers) unsubscribe();
    this.#unsubscribers = [];
    for (const part of this.#setup.parts) part.close();
  }

  async #openPart(part: SessionPart): Promise<void> {
    // What a part before it showed may have made the user leave.
    if (this.#isClosed) return;
    try {
      await part.open(this.application);
    } catch (error) {
      this.#setup.logger.error('A part of the session could not be opened', { error });
    }
  }

  #handle(event: UcwaApplicationEvent): void {
    const { parts, view, clock, logger, onEnded } = this.#setup;
    if (event.type === 'recovering') view.recovering(clock.nowMs());
    if (event.type === 'connected') view.recovered();
    for (const part of parts) {
      if (this.#isClosed) return;
      try {
        part.handle(event);
      } catch (error) {
        logger.error('An event could not be handled', { type: event.type, error });
      }
    }
    if (event.type === 'ended') onEnded(event.reason);
  }
}
