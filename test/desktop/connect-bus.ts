import type { EventEmitter } from 'node:events';
import { sessionBus } from '@jellybrick/dbus-next';

export type Bus = ReturnType<typeof sessionBus>;

/**
 * Connects to the message bus at an address (`unix:path=…`).
 * @throws Error when nobody listens there; later, a bus that goes away with its session is the
 *   normal end of a connection
 */
export async function connectBus(busAddress: string): Promise<Bus> {
  const bus = sessionBus({ busAddress });
  // The library emits errors, too, and its types do not say so.
  const events: EventEmitter = bus;
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', () => resolve());
    events.on('error', reject);
  });
  return bus;
}
