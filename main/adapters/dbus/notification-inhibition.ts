import { Variant } from '@jellybrick/dbus-next';
import type { Unsubscribe } from '../../../app/util/emitter.ts';
import type { Subscriber } from '../../desktop/subscriber.ts';
import type { SessionBus } from './session-bus.ts';

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;
const properties = 'org.freedesktop.DBus.Properties';

type Bus = Pick<SessionBus, 'call' | 'onSignal' | 'onOwnerChanged'>;

/**
 * Tells of the desktop's own Do Not Disturb, where its notification service has the property
 * `Inhibited` (as KDE's does); null where it has none.
 */
export class NotificationInhibition implements Subscriber {
  readonly #bus: Bus;
  readonly #onChanged: (inhibited: boolean | null) => void;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(bus: Bus, onChanged: (inhibited: boolean | null) => void) {
    this.#bus = bus;
    this.#onChanged = onChanged;
  }

  start(): void {
    const changed = {
      interface: properties,
      member: 'PropertiesChanged',
      sender: service.destination,
      firstArgument: service.destination,
    };
    this.#unsubscribes = [
      this.#bus.onSignal(changed, () => this.#read()),
      this.#bus.onOwnerChanged(service.destination, () => this.#read()),
    ];
    this.#read();
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
  }

  #read(): void {
    this.#bus
      .call({
        ...service,
        interface: properties,
        member: 'Get',
        signature: 'ss',
        body: [service.destination, 'Inhibited'],
      })
      .then(
        ([value]) => {
          const told: unknown = value instanceof Variant ? value.value : value;
          this.#onChanged(typeof told === 'boolean' ? told : null);
        },
        () => this.#onChanged(null),
      );
  }
}
