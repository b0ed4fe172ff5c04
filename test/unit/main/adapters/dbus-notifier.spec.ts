import { beforeEach, describe, expect, it } from 'vitest';
import type { BusCall } from '../../../../main/adapters/dbus/session-bus.ts';
import { DbusNotifier } from '../../../../main/adapters/notifications/dbus-notifier.ts';
import type { DesktopNotification } from '../../../../main/desktop/desktop-notification.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

/** A message bus whose replies and changes of ownership come when the test says so. */
class ScriptedBus {
  /** The calls of `Notify` that wait for their reply, in order. */
  readonly asked: { reply(id: number): void; fail(): void }[] = [];
  readonly closed: unknown[] = [];
  #onOwnerChanged: (hasOwner: boolean) => void = () => undefined;

  call({ member, body }: BusCall): Promise<unknown[]> {
    if (member === 'CloseNotification') this.closed.push(body?.[0]);
    if (member !== 'Notify') return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.asked.push({
        reply: (id) => resolve([id]),
        fail: () => reject(new Error('NoReply')),
      });
    });
  }

  onSignal(): () => void {
    return () => undefined;
  }

  onOwnerChanged(_name: string, listener: (hasOwner: boolean) => void): () => void {
    this.#onOwnerChanged = listener;
    return () => undefined;
  }

  changeOwner(hasOwner: boolean): void {
    this.#onOwnerChanged(hasOwner);
  }
}

const ringing: DesktopNotification = {
  key: 'call:1',
  title: 'Alex Rivera is calling',
  body: '',
  urgency: 'critical',
  timeoutMs: null,
  actions: [],
  category: 'call.incoming',
};

let bus: ScriptedBus;
let notifier: DbusNotifier;

beforeEach(() => {
  bus = new ScriptedBus();
  notifier = new DbusNotifier(bus, '', new RecordingLogger());
  notifier.start();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('DbusNotifier', () => {
  it('gives a service that starts anew what is still wanted', async () => {
    notifier.show(ringing);
    bus.asked[0]?.reply(7);
    await settled();
    bus.changeOwner(false);
    bus.changeOwner(true);
    expect(bus.asked).toHaveLength(2);
    bus.asked[1]?.reply(1);
    await settled();
    notifier.close(ringing.key);
    expect(bus.closed).toEqual([1]);
  });

  it('shows a call once on a service that the bus starts for it', async () => {
    notifier.show(ringing);
    bus.changeOwner(true);
    expect(bus.asked).toHaveLength(1);
    bus.asked[0]?.reply(1);
    await settled();
    notifier.close(ringing.key);
    expect(bus.closed).toEqual([1]);
  });

  it('asks again when the service went away without an answer', async () => {
    notifier.show(ringing);
    bus.changeOwner(false);
    bus.asked[0]?.fail();
    await settled();
    bus.changeOwner(true);
    expect(bus.asked).toHaveLength(2);
  });

  it('withdraws what was closed before the service answered', async () => {
    notifier.show(ringing);
    notifier.close(ringing.key);
    bus.asked[0]?.reply(9);
    await settled();
    expect(bus.closed).toEqual([9]);
  });
});
