import type { Unsubscribe } from '../../../app/util/emitter.ts';
import type { Subscriber } from '../../desktop/subscriber.ts';
import type { SessionBus } from './session-bus.ts';

/** Both are in use: the first by KDE, Xfce and others, the second by GNOME. */
const interfaces = ['org.freedesktop.ScreenSaver', 'org.gnome.ScreenSaver'] as const;

/** Tells when a Linux desktop locks its screen: Electron's power monitor does not. */
export class DbusScreenLock implements Subscriber {
  readonly #bus: Pick<SessionBus, 'onSignal'>;
  readonly #onChanged: (locked: boolean) => void;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(bus: Pick<SessionBus, 'onSignal'>, onChanged: (locked: boolean) => void) {
    this.#bus = bus;
    this.#onChanged = onChanged;
  }

  start(): void {
    this.#unsubscribes = interfaces.map((name) =>
      this.#bus.onSignal({ interface: name, member: 'ActiveChanged', sender: name }, ([active]) => {
        if (typeof active === 'boolean') this.#onChanged(active);
      }),
    );
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
  }
}
