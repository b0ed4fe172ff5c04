import type { Message } from '@jellybrick/dbus-next';
import { Message as BusMessage, MessageType } from '@jellybrick/dbus-next';
import type { Bus } from './connect-bus.ts';
import { connectBus } from './connect-bus.ts';
import { unwrap } from './variants.ts';
import { waitTimeoutMs, within } from './wait.ts';

/** A notification as a program asked for it (Desktop Notifications Specification 1.2). */
export interface SeenNotification {
  /** The id the service gave to it. */
  readonly id: number;
  readonly appName: string;
  /** The id of the notification it replaces, 0 for none. */
  readonly replacesId: number;
  readonly appIcon: string;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly hints: Readonly<Record<string, unknown>>;
  /** -1: the service decides; 0: it stays. */
  readonly expireTimeoutMs: number;
  /** When the call was seen on the bus, in milliseconds since 1970, with fractions. */
  readonly seenAtMs: number;
}

/** Reasons of the specification: 1 expired, 2 dismissed, 3 closed by a call, 4 undefined. */
export interface ClosedNotification {
  readonly id: number;
  readonly reason: number;
}

export interface InvokedAction {
  readonly id: number;
  readonly key: string;
}

const notifications = 'org.freedesktop.Notifications';

/** Reads along, as a monitor of the bus, what is said with the notification service. */
export class NotificationMonitor {
  readonly shown: SeenNotification[] = [];
  readonly closed: ClosedNotification[] = [];
  readonly invoked: InvokedAction[] = [];
  readonly #bus: Bus;
  readonly #asked = new Map<string, Omit<SeenNotification, 'id'>>();
  readonly #looks = new Set<() => void>();

  private constructor(bus: Bus) {
    this.#bus = bus;
    bus.on('message', (message: Message) => this.#read(message));
  }

  /** Attaches a monitor to the bus at an address. */
  static async attach(busAddress: string): Promise<NotificationMonitor> {
    const bus = await connectBus(busAddress);
    // A monitor must stay silent: without this, calls meant for others would be answered.
    bus.addMethodHandler(() => true);
    const rules = [
      `type='method_call',interface='${notifications}'`,
      `type='method_return',sender='${notifications}'`,
      `type='signal',interface='${notifications}'`,
    ];
    await bus.call(
      new BusMessage({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus.Monitoring',
        member: 'BecomeMonitor',
        signature: 'asu',
        body: [rules, 0],
      }),
    );
    return new NotificationMonitor(bus);
  }

  /** The first notification that fits, among those seen already and those to come. */
  waitFor(
    fits: (notification: SeenNotification) => boolean,
    timeoutMs: number = waitTimeoutMs,
  ): Promise<SeenNotification> {
    const describe = (): string => `a notification that fits; seen: ${JSON.stringify(this.shown)}`;
    return this.#wait(() => this.shown.find(fits), timeoutMs, describe);
  }

  /** Waits until a notification has gone. */
  waitForClosed(id: number, timeoutMs: number = waitTimeoutMs): Promise<ClosedNotification> {
    const look = (): ClosedNotification | undefined =>
      this.closed.find((closed) => closed.id === id);
    return this.#wait(look, timeoutMs, () => `the end of notification ${id}`);
  }

  /** Waits until a button of a notification was pressed. */
  waitForInvoked(id: number, timeoutMs: number = waitTimeoutMs): Promise<InvokedAction> {
    const look = (): InvokedAction | undefined => this.invoked.find((action) => action.id === id);
    return this.#wait(look, timeoutMs, () => `a press of a button of notification ${id}`);
  }

  /** Forgets everything seen so far. */
  forget(): void {
    this.shown.length = 0;
    this.closed.length = 0;
    this.invoked.length = 0;
  }

  detach(): void {
    this.#bus.disconnect();
  }

  async #wait<T>(look: () => T | undefined, timeoutMs: number, describe: () => string): Promise<T> {
    let again: (() => void) | undefined;
    const found = new Promise<T>((resolve) => {
      again = () => {
        const result = look();
        if (result !== undefined) resolve(result);
      };
      this.#looks.add(again);
      again();
    });
    try {
      return await within(timeoutMs, describe, found);
    } finally {
      if (again !== undefined) this.#looks.delete(again);
    }
  }

  #read(message: Message): void {
    const body = message.body.map(unwrap);
    if (message.type === MessageType.METHOD_CALL && message.member === 'Notify') {
      this.#asked.set(`${message.sender} ${message.serial}`, toNotification(body));
    } else if (message.type === MessageType.METHOD_RETURN) {
      this.#readReply(message, body);
    } else if (message.member === 'NotificationClosed') {
      this.closed.push({ id: Number(body[0]), reason: Number(body[1]) });
    } else if (message.member === 'ActionInvoked') {
      this.invoked.push({ id: Number(body[0]), key: String(body[1]) });
    }
    for (const look of [...this.#looks]) look();
  }

  #readReply(message: Message, body: readonly unknown[]): void {
    const call = `${message.destination} ${message.replySerial}`;
    const asked = this.#asked.get(call);
    if (asked === undefined) return;
    this.#asked.delete(call);
    this.shown.push({ id: Number(body[0]), ...asked });
  }
}

function toNotification(body: readonly unknown[]): Omit<SeenNotification, 'id'> {
  const [appName, replacesId, appIcon, summary, text, actions, hints, expireTimeoutMs] = body;
  return {
    appName: String(appName),
    replacesId: Number(replacesId),
    appIcon: String(appIcon),
    summary: String(summary),
    body: String(text),
    actions: toActions(actions as string[]),
    hints: hints as Record<string, unknown>,
    expireTimeoutMs: Number(expireTimeoutMs),
    seenAtMs: performance.timeOrigin + performance.now(),
  };
}

/** Keys and labels alternate in the call. */
function toActions(flat: readonly string[]): SeenNotification['actions'] {
  return flat.flatMap((key, index) =>
    index % 2 === 0 ? [{ key, label: flat[index + 1] ?? '' }] : [],
  );
}
