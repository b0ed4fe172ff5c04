import { Variant } from '@jellybrick/dbus-next';
import type { Logger } from '../../app/ports/logger.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { SessionBus } from '../adapters/dbus/session-bus.ts';

/** Whether the desktop shows tray icons, and when that changes. */
export interface TrayHost {
  /** Resolves when it is known; calls `onChange` whenever it becomes different. */
  watch(onChange: (hasTray: boolean) => void): Promise<boolean>;
  stop(): void;
}

/** Windows and macOS always have one. */
export const builtInTrayHost: TrayHost = {
  watch: () => Promise.resolve(true),
  stop: () => undefined,
};

const watcher = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';

/**
 * Linux: a StatusNotifierWatcher with at least one host (freedesktop.org's StatusNotifierItem).
 * A tray of the older XEmbed kind alone counts as none: whether it shows the icon cannot be known.
 */
export class StatusNotifierTrayHost implements TrayHost {
  readonly #bus: SessionBus;
  readonly #logger: Logger;
  #unsubscribes: Unsubscribe[] = [];
  #hasTray = false;

  constructor(bus: SessionBus, logger: Logger) {
    this.#bus = bus;
    this.#logger = logger.scoped('tray');
  }

  async watch(onChange: (hasTray: boolean) => void): Promise<boolean> {
    const recheck = (): void => {
      void this.#check().then((hasTray) => {
        if (hasTray === this.#hasTray) return;
        this.#hasTray = hasTray;
        onChange(hasTray);
      });
    };
    const signal = (member: string) => ({ interface: watcher, member });
    this.#unsubscribes = [
      this.#bus.onOwnerChanged(watcher, recheck),
      this.#bus.onSignal(signal('StatusNotifierHostRegistered'), recheck),
      this.#bus.onSignal(signal('StatusNotifierHostUnregistered'), recheck),
    ];
    this.#hasTray = await this.#check();
    return this.#hasTray;
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
  }

  async #check(): Promise<boolean> {
    try {
      const [value] = await this.#bus.call({
        destination: watcher,
        path: watcherPath,
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: [watcher, 'IsStatusNotifierHostRegistered'],
      });
      return value instanceof Variant && value.value === true;
    } catch (error) {
      this.#logger.debug('There is no tray', { error });
      return false;
    }
  }
}
