import type { CancelTimer, Clock } from '../../app/ports/clock.ts';
import type { StateStore } from '../../app/services/state-store.ts';
import type { Subscriber } from './subscriber.ts';
import type { TrayHost } from './tray-host.ts';

/** A panel that is restarted is back sooner than this. */
const graceMs = 3_000;

/** What depends on the tray. */
export interface TrayDependents {
  /** A tray appeared: the icon has to be put there. */
  trayAppeared(): void;
  /** The tray is gone, and with it what a hidden window could be brought back by. */
  trayLost(): void;
}

/** Keeps `environment.hasTray` true to the desktop. */
export class TrayPresence implements Subscriber {
  readonly #host: TrayHost;
  readonly #store: StateStore;
  readonly #dependents: TrayDependents;
  readonly #clock: Clock;
  #cancelTimer: CancelTimer = () => undefined;
  #known: Promise<void> = Promise.resolve();

  constructor(host: TrayHost, store: StateStore, dependents: TrayDependents, clock: Clock) {
    this.#host = host;
    this.#store = store;
    this.#dependents = dependents;
    this.#clock = clock;
  }

  start(): void {
    const watching = this.#host.watch((hasTray) => {
      this.#set(hasTray);
      this.#cancelTimer();
      if (hasTray) this.#dependents.trayAppeared();
      else this.#cancelTimer = this.#clock.after(graceMs, () => this.#dependents.trayLost());
    });
    this.#known = watching.then((hasTray) => this.#set(hasTray));
  }

  /** Resolves when it is known whether there is a tray. */
  known(): Promise<void> {
    return this.#known;
  }

  stop(): void {
    this.#cancelTimer();
    this.#host.stop();
  }

  #set(hasTray: boolean): void {
    this.#store.update((draft) => {
      draft.environment.hasTray = hasTray;
    });
  }
}
