import { app, BrowserWindow, powerMonitor } from 'electron';
import type { Circumstances, Surroundings } from '../../app/ports/surroundings.ts';
import { Emitter, type Listener, type Unsubscribe } from '../../app/util/emitter.ts';

/** Power, screen lock and idle time from Electron's power monitor, the focus from its windows. */
export class ElectronSurroundings implements Surroundings {
  readonly #emitter: Emitter<Circumstances>;
  #screenLocked = false;
  #resumedAtMs = 0;
  #last: Circumstances | null = null;
  readonly #resumed = (): void => {
    this.#resumedAtMs = Date.now();
  };
  readonly #locked = (): void => this.lockChanged(true);
  readonly #unlocked = (): void => this.lockChanged(false);
  readonly #changed = (): void => this.#tell();
  /** A window that loses the focus to another one of Parley's does so before that one has it. */
  readonly #blurred = (): void => void setImmediate(this.#changed);

  constructor(onListenerError: (error: unknown) => void) {
    this.#emitter = new Emitter(onListenerError);
  }

  get circumstances(): Circumstances {
    return {
      onBattery: powerMonitor.isOnBatteryPower(),
      inForeground: BrowserWindow.getFocusedWindow() !== null,
      screenLocked: this.#screenLocked,
    };
  }

  /** A computer that wakes was woken by somebody, whatever its system has noticed of them. */
  idleMs(): number {
    const sinceResumeMs = Math.max(0, Date.now() - this.#resumedAtMs);
    return Math.min(powerMonitor.getSystemIdleTime() * 1000, sinceResumeMs);
  }

  subscribe(listener: Listener<Circumstances>): Unsubscribe {
    return this.#emitter.subscribe(listener);
  }

  /** Only after Electron's `ready`. */
  start(): void {
    this.#last = this.circumstances;
    powerMonitor.on('resume', this.#resumed);
    powerMonitor.on('on-battery', this.#changed);
    powerMonitor.on('on-ac', this.#changed);
    powerMonitor.on('lock-screen', this.#locked);
    powerMonitor.on('unlock-screen', this.#unlocked);
    app.on('browser-window-focus', this.#changed);
    app.on('browser-window-blur', this.#blurred);
  }

  stop(): void {
    powerMonitor.off('resume', this.#resumed);
    powerMonitor.off('on-battery', this.#changed);
    powerMonitor.off('on-ac', this.#changed);
    powerMonitor.off('lock-screen', this.#locked);
    powerMonitor.off('unlock-screen', this.#unlocked);
    app.off('browser-window-focus', this.#changed);
    app.off('browser-window-blur', this.#blurred);
  }

  /** Something else than the power monitor tells of the screen. */
  lockChanged(screenLocked: boolean): void {
    this.#screenLocked = screenLocked;
    this.#tell();
  }

  #tell(): void {
    const now = this.circumstances;
    const before = this.#last;
    const isSame =
      before !== null &&
      before.onBattery === now.onBattery &&
      before.inForeground === now.inForeground &&
      before.screenLocked === now.screenLocked;
    if (isSame) return;
    this.#last = now;
    this.#emitter.emit(now);
  }
}
