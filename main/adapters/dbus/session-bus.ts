import type { EventEmitter } from 'node:events';
import { Message, type MessageBus, MessageType, sessionBus } from '@jellybrick/dbus-next';
import type { Logger } from '../../../app/ports/logger.ts';
import type { Unsubscribe } from '../../../app/util/emitter.ts';

/** A method of a D-Bus service. `signature` and `body` as in the D-Bus specification. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: unknown[];
}

/** A signal, told apart by its interface and name. `path` and `sender` are filters of the bus. */
export interface BusSignal {
  readonly interface: string;
  readonly member: string;
  /** Well-known name of the sender; without it the signal is taken from anybody. */
  readonly sender?: string;
  /** Only signals whose first argument is this. */
  readonly firstArgument?: string;
}

const busService = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/**
 * One kept connection to the desktop's session bus. Where there is no bus every call rejects and
 * no signal comes; nothing else happens.
 */
export class SessionBus {
  readonly #bus: MessageBus;
  /** Ends the calls that wait for a reply: the library leaves them waiting when the bus is gone. */
  readonly #pending = new Set<(error: unknown) => void>();
  #failure: unknown = null;
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger.scoped('dbus');
    this.#bus = sessionBus();
    // The library's types leave this event out, although it emits it.
    const emitter: EventEmitter = this.#bus;
    emitter.on('error', (error: unknown) => {
      this.#logger.warn('The session bus cannot be used', { error });
      this.#failure = error;
      for (const reject of this.#pending) reject(error);
      this.#pending.clear();
    });
  }

  /** The values of the reply. Rejects with the service's error, or when there is no connection. */
  call(call: BusCall): Promise<unknown[]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#pending.add(reject);
      this.#bus
        .call(new Message({ type: MessageType.METHOD_CALL, ...call }))
        .then((reply) => resolve(reply?.body ?? []), reject)
        .finally(() => this.#pending.delete(reject));
    });
  }

  /** Calls `listener` with the values of each such signal. */
  onSignal(signal: BusSignal, listener: (body: readonly unknown[]) => void): Unsubscribe {
    const onMessage = (message: Message): void => {
      if (message.type !== MessageType.SIGNAL) return;
      if (message.interface !== signal.interface || message.member !== signal.member) return;
      if (signal.firstArgument !== undefined && message.body[0] !== signal.firstArgument) return;
      listener(message.body);
    };
    this.#bus.on('message', onMessage);
    this.#changeMatch('AddMatch', signal);
    return () => {
      this.#bus.off('message', onMessage);
      this.#changeMatch('RemoveMatch', signal);
    };
  }

  /** Calls `listener` whenever `name` gets an owner (true) or loses it (false). */
  onOwnerChanged(name: string, listener: (hasOwner: boolean) => void): Unsubscribe {
    return this.onSignal(
      {
        interface: busService.interface,
        member: 'NameOwnerChanged',
        sender: busService.destination,
        firstArgument: name,
      },
      ([, , newOwner]) => listener(newOwner !== ''),
    );
  }

  disconnect(): void {
    this.#bus.disconnect();
  }

  #changeMatch(member: 'AddMatch' | 'RemoveMatch', signal: BusSignal): void {
    const conditions = [
      "type='signal'",
      `interface='${signal.interface}'`,
      `member='${signal.member}'`,
      ...(signal.sender === undefined ? [] : [`sender='${signal.sender}'`]),
      ...(signal.firstArgument === undefined ? [] : [`arg0='${signal.firstArgument}'`]),
    ];
    const body = [conditions.join(',')];
    this.call({ ...busService, member, signature: 's', body }).catch((error: unknown) => {
      this.#logger.debug('The bus refused a filter', { error, member });
    });
  }
}
