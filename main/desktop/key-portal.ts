import type { Environment } from '../../app/domain/app-state.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { BusCall } from '../adapters/dbus/session-bus.ts';
import type { Subscriber } from './subscriber.ts';

const portal = 'org.freedesktop.portal.GlobalShortcuts';

export interface KeyPortalParts {
  /** What was known at the start. */
  readonly globalKeys: Environment['globalKeys'];
  readonly bus: { call(call: BusCall): Promise<unknown> } | null;
  readonly found: () => void;
  readonly logger: Logger;
}

/** Asks a Wayland session whether its portal gives shortcuts that work in every program. */
export class KeyPortal implements Subscriber {
  readonly #parts: KeyPortalParts;

  constructor(parts: KeyPortalParts) {
    this.#parts = parts;
  }

  start(): void {
    void this.#look();
  }

  stop(): void {
    // What was asked is asked once.
  }

  async #look(): Promise<void> {
    const { globalKeys, bus, found, logger } = this.#parts;
    if (globalKeys === 'everywhere' || bus === null) return;
    try {
      await bus.call({
        destination: 'org.freedesktop.portal.Desktop',
        path: '/org/freedesktop/portal/desktop',
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: [portal, 'version'],
      });
      found();
    } catch (error) {
      logger.info('The desktop gives no shortcuts that work in every program', { error });
    }
  }
}
