import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Subscriber } from './desktop/subscriber.ts';
import { withTimeLimit } from './time-limit.ts';
import type { MainWindow } from './windows/main-window.ts';

/** How long quitting may wait for the server to be told. */
const goodbyeLimitMs = 2_000;

export interface ShellParts {
  readonly mainWindow: MainWindow;
  /** Started in this order, stopped in the opposite one. */
  readonly subscribers: readonly Subscriber[];
  /** Reads settings, finds out about the desktop, signs in with what the keychain keeps. */
  readonly prepare: () => Promise<void>;
  /** Ends what only ends with patience: the session on the server, the demo. */
  readonly sayGoodbye: () => Promise<unknown>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Parley on a desktop, from start to quit. */
export class Shell {
  readonly #parts: ShellParts;
  #state: 'new' | 'running' | 'stopping' | 'stopped' = 'new';

  constructor(parts: ShellParts) {
    this.#parts = parts;
  }

  /** Nothing is to be saved any more: windows may close. */
  get isQuitting(): boolean {
    return this.#state === 'stopping' || this.#state === 'stopped';
  }

  get isStopped(): boolean {
    return this.#state === 'stopped';
  }

  async start(): Promise<void> {
    if (this.#state !== 'new') return;
    this.#state = 'running';
    for (const subscriber of this.#parts.subscribers) subscriber.start();
    await this.#parts.prepare();
  }

  showMainWindow(): void {
    if (!this.isQuitting) this.#parts.mainWindow.show(true);
  }

  /** Resolves when Parley may end. Never rejects; asked twice it waits for nothing. */
  async stop(): Promise<void> {
    if (this.isQuitting) return;
    this.#state = 'stopping';
    const { mainWindow, subscribers, sayGoodbye, clock, logger } = this.#parts;
    for (const subscriber of [...subscribers].reverse()) subscriber.stop();
    mainWindow.hide();
    try {
      await withTimeLimit(sayGoodbye(), goodbyeLimitMs, clock);
    } catch (error) {
      logger.warn('Parley ended before everything was done', { error });
    }
    this.#state = 'stopped';
  }
}
