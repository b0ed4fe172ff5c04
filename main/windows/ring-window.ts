import { type Rectangle, screen } from 'electron';
import type { RingWindowPlan } from '../desktop/ring-window-controller.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { AppWindow } from './app-window.ts';
import { type OverlayPlatform, overlayTypes } from './overlay-type.ts';
import { RingPlacement } from './ring-placement.ts';
import type { WindowFactory } from './window-factory.ts';

/**
 * The small window that stays on top while something rings. It is made ahead and hidden, so that
 * showing it costs nothing but showing. For what is to be seen on every screen, there is a silent one
 * more for each further screen.
 */
export class RingWindow {
  readonly window: AppWindow;
  readonly #create: (view: 'ring' | 'ringCopy', bounds: Rectangle) => AppWindow;
  readonly #placement = new RingPlacement(screen);
  #copies: AppWindow[] = [];
  #plan: RingWindowPlan = { size: 'small', screens: 'active' };
  #closable = false;

  constructor(
    factory: WindowFactory,
    endpoint: CommandEndpoint,
    title: string,
    platform: OverlayPlatform,
  ) {
    this.#create = (view, bounds) => {
      const window = factory.create(view, endpoint, {
        ...bounds,
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
      const { browserWindow } = window;
      browserWindow.setVisibleOnAllWorkspaces(true);
      // Closing it by the window manager's key must not cost the next call its window.
      browserWindow.on('close', (event) => {
        if (this.#closable || view === 'ringCopy') return;
        event.preventDefault();
        browserWindow.hide();
      });
      return window;
    };
    this.window = this.#create('ring', this.#placement.bounds('small'));
    this.#placeCopies();
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
  show(plan: RingWindowPlan, takeFocus: boolean): void {
    this.#plan = plan;
    this.#show(this.window, this.#placement.bounds(plan.size), takeFocus);
    if (plan.screens === 'every') this.#showCopies();
    setImmediate(() => this.#replace());
  }

  /** Brings the one that is shown to the front, with the keyboard. */
  raise(): void {
    this.show(this.#plan, true);
  }

  hide(): void {
    for (const { browserWindow } of [this.window, ...this.#copies]) {
      if (!browserWindow.isDestroyed()) browserWindow.hide();
    }
  }

  /** Parley quits: it is hidden, and may be closed from now on. */
  retire(): void {
    this.#closable = true;
    this.hide();
    for (const { browserWindow } of this.#copies) {
      if (!browserWindow.isDestroyed()) browserWindow.destroy();
    }
    this.#copies = [];
  }

  #show({ browserWindow }: AppWindow, bounds: Rectangle, takeFocus: boolean): void {
    if (browserWindow.isDestroyed()) return;
    browserWindow.setBounds(bounds);
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
  }

  #showCopies(): void {
    const places = this.#placement.elsewhere(this.#plan.size);
    for (const [index, copy] of this.#copies.entries()) {
      const bounds = places[index];
      if (bounds !== undefined) this.#show(copy, bounds, false);
    }
  }

  #replace(): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed() || this.#closable) return;
    if (this.#placement.refresh()) browserWindow.setBounds(this.#placement.bounds(this.#plan.size));
    this.#placeCopies();
  }

  /** One for each screen but that of the window itself; hidden until they are needed. */
  #placeCopies(): void {
    const places = this.#placement.elsewhere(this.#plan.size);
    for (const { browserWindow } of this.#copies.splice(places.length)) browserWindow.destroy();
    for (const [index, bounds] of places.entries()) {
      const copy = this.#copies[index];
      if (copy === undefined) this.#copies.push(this.#create('ringCopy', bounds));
      else copy.browserWindow.setBounds(bounds);
    }
  }
}
