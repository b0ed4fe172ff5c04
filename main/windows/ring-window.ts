import { screen } from 'electron';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { AppWindow } from './app-window.ts';
import { type OverlayPlatform, overlayTypes } from './overlay-type.ts';
import { RingPlacement } from './ring-placement.ts';
import type { WindowFactory } from './window-factory.ts';

/**
 * The small window that stays on top while a call rings. It is made ahead and hidden, so that
 * showing it costs nothing but showing.
 */
export class RingWindow {
  readonly window: AppWindow;
  readonly #placement = new RingPlacement(screen);
  #closable = false;

  constructor(
    factory: WindowFactory,
    endpoint: CommandEndpoint,
    title: string,
    platform: OverlayPlatform,
  ) {
    this.window = factory.create('ring', endpoint, {
      ...this.#placement.bounds,
      type: overlayTypes[platform],
      title,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
    });
    const { browserWindow } = this.window;
    browserWindow.setVisibleOnAllWorkspaces(true);
    // Closing it by the window manager's key must not cost the next call its window.
    browserWindow.on('close', (event) => {
      if (this.#closable) return;
      event.preventDefault();
      browserWindow.hide();
    });
    const replace = (): void => this.#replace();
    screen.on('display-added', replace);
    screen.on('display-removed', replace);
    screen.on('display-metrics-changed', replace);
  }

  get isVisible(): boolean {
    const { browserWindow } = this.window;
    return !browserWindow.isDestroyed() && browserWindow.isVisible();
  }

  /** Shows it where it was placed ahead, and moves it when the pointer is on another screen by now. */
  show(takeFocus: boolean): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed()) return;
    browserWindow.setBounds(this.#placement.bounds);
    if (takeFocus) {
      browserWindow.show();
      browserWindow.focus();
    } else {
      browserWindow.showInactive();
    }
    // X11 forgets it while a window is hidden, and Electron asks only when it changes.
    browserWindow.setAlwaysOnTop(false);
    browserWindow.setAlwaysOnTop(true, 'screen-saver');
    browserWindow.moveTop();
    setImmediate(() => this.#replace());
  }

  hide(): void {
    const { browserWindow } = this.window;
    if (!browserWindow.isDestroyed()) browserWindow.hide();
  }

  #replace(): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed() || !this.#placement.refresh()) return;
    browserWindow.setBounds(this.#placement.bounds);
  }

  /** Parley quits: it is hidden, and may be closed from now on. */
  retire(): void {
    this.#closable = true;
    this.hide();
  }
}
