import { powerMonitor } from 'electron';
import type { WakeUp, WakeUps } from '../../app/ports/wake-ups.ts';
import { Emitter, type Listener, type Unsubscribe } from '../../app/util/emitter.ts';

/**
 * The system's resume and unlock from Electron's power monitor. That the network is back is
 * reported by the windows: Chromium tells pages (`online`), but not the main process.
 */
export class ElectronWakeUps implements WakeUps {
  readonly #emitter: Emitter<WakeUp>;
  readonly #resumed = (): void => this.#emitter.emit('system-resumed');

  constructor(onListenerError: (error: unknown) => void) {
    this.#emitter = new Emitter(onListenerError);
  }

  subscribe(listener: Listener<WakeUp>): Unsubscribe {
    return this.#emitter.subscribe(listener);
  }

  /** Only after Electron's `ready`. */
  start(): void {
    powerMonitor.on('resume', this.#resumed);
    powerMonitor.on('unlock-screen', this.#resumed);
  }

  stop(): void {
    powerMonitor.off('resume', this.#resumed);
    powerMonitor.off('unlock-screen', this.#resumed);
  }

  /** A window saw the network come back. */
  networkIsBack(): void {
    this.#emitter.emit('network-back');
  }
}
