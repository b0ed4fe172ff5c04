import type { StateStore } from '../../app/services/state-store.ts';
import type { Subscriber } from './subscriber.ts';
import type { TrayHost } from './tray-host.ts';

/** Something that must be made anew when a tray appears. */
interface Restartable {
  restart(): void;
}

/** Keeps `environment.hasTray` true to the desktop. */
export class TrayPresence implements Subscriber {
  readonly #host: TrayHost;
  readonly #store: StateStore;
  readonly #icon: Restartable;
  #known: Promise<void> = Promise.resolve();

  constructor(host: TrayHost, store: StateStore, icon: Restartable) {
    this.#host = host;
    this.#store = store;
    this.#icon = icon;
  }

  start(): void {
    const watching = this.#host.watch((hasTray) => {
      this.#set(hasTray);
      if (hasTray) this.#icon.restart();
    });
    this.#known = watching.then((hasTray) => this.#set(hasTray));
  }

  /** Resolves when it is known whether there is a tray. */
  known(): Promise<void> {
    return this.#known;
  }

  stop(): void {
    this.#host.stop();
  }

  #set(hasTray: boolean): void {
    this.#store.update((draft) => {
      draft.environment.hasTray = hasTray;
    });
  }
}
