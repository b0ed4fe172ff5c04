import { Message, MessageType } from '@jellybrick/dbus-next';
import type { Bus } from './connect-bus.ts';
import { connectBus } from './connect-bus.ts';
import { unwrap } from './variants.ts';

const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
const properties = 'org.freedesktop.DBus.Properties';

/** One object of a service on the bus. */
export interface BusObject {
  readonly destination: string;
  readonly path: string;
}

export interface BusSignal {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

/** A connection to a message bus: calls, properties and signals by name, variants unwrapped. */
export class BusClient {
  readonly #bus: Bus;
  readonly #signalListeners = new Set<(signal: BusSignal) => void>();

  private constructor(bus: Bus) {
    this.#bus = bus;
    bus.on('message', (message: Message) => this.#emitSignal(message));
  }

  /** Connects to the bus at an address (`unix:path=…`). */
  static async connect(busAddress: string): Promise<BusClient> {
    return new BusClient(await connectBus(busAddress));
  }

  /**
   * Calls a method and gives the values of its reply.
   * @param signature D-Bus signature of the arguments, '' for none
   * @throws DBusError as the service answers it
   */
  async call(
    object: BusObject,
    member: `${string}.${string}`,
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown[]> {
    const dot = member.lastIndexOf('.');
    const reply = await this.#bus.call(
      new Message({
        destination: object.destination,
        path: object.path,
        interface: member.slice(0, dot),
        member: member.slice(dot + 1),
        signature,
        body,
      }),
    );
    return (reply?.body ?? []).map(unwrap);
  }

  /** Reads a property, named `interface.Property`. */
  async get(object: BusObject, property: `${string}.${string}`): Promise<unknown> {
    const dot = property.lastIndexOf('.');
    const names = [property.slice(0, dot), property.slice(dot + 1)];
    const [value] = await this.call(object, `${properties}.Get`, 'ss', names);
    return value;
  }

  /** Calls the listener with every signal that matches the rule (D-Bus match rule syntax). */
  async onSignal(rule: string, listener: (signal: BusSignal) => void): Promise<() => void> {
    await this.call(daemon, 'org.freedesktop.DBus.AddMatch', 's', [`type='signal',${rule}`]);
    this.#signalListeners.add(listener);
    return () => this.#signalListeners.delete(listener);
  }

  async hasOwner(name: string): Promise<boolean> {
    const [owned] = await this.call(daemon, 'org.freedesktop.DBus.NameHasOwner', 's', [name]);
    return owned === true;
  }

  /** Resolves as soon as some program owns the name. */
  async waitForName(name: string): Promise<void> {
    let stop: (() => void) | undefined;
    const rule = `interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${name}'`;
    const appeared = new Promise<void>((resolve) => {
      void this.onSignal(rule, ({ member, body }) => {
        if (member === 'NameOwnerChanged' && body[0] === name && body[2] !== '') resolve();
      }).then(async (off) => {
        stop = off;
        if (await this.hasOwner(name)) resolve();
      });
    });
    await appeared;
    stop?.();
  }

  /** The process that owns a name. */
  async pidOf(name: string): Promise<number> {
    const member = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
    const [pid] = await this.call(daemon, member, 's', [name]);
    return Number(pid);
  }

  disconnect(): void {
    this.#bus.disconnect();
  }

  #emitSignal(message: Message): void {
    if (message.type !== MessageType.SIGNAL) return;
    const signal: BusSignal = {
      sender: message.sender ?? '',
      path: message.path ?? '',
      interface: message.interface ?? '',
      member: message.member ?? '',
      body: message.body.map(unwrap),
    };
    for (const listener of [...this.#signalListeners]) listener(signal);
  }
}
