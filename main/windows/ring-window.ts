import { screen } from 'electron';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { AppWindow } from './app-window.ts';
import type { WindowFactory } from './window-factory.ts';

const size = { width: 380, height: 320 } as const;
const marginPx = 16;

/** The kind of window that each system keeps out of its task bar and still gives the keyboard. */
const windowTypes = { linux: 'splash', win32: 'toolbar', darwin: 'panel' } as const;

/**
 * The small window that stays on top while a call rings. It is made ahead and hidden, so that
 * showing it costs nothing but showing.
 */
export class RingWindow {
  readonly window: AppWindow;
  #closable = false;

  constructor(
    factory: WindowFactory,
    endpoint: CommandEndpoint,
    title: string,
    platform: keyof typeof windowTypes,
  ) {
    this.window = factory.create('ring', endpoint, {
      ...size,
      type: windowTypes[platform],
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
  }

  get isVisible(): boolean {
    const { browserWindow } = this.window;
    return !browserWindow.isDestroyed() && browserWindow.isVisible();
  }

  /**
   * At the right of the screen that the pointer is on, half-way down: desktops show their
   * notifications in a corner.
   */
  show(takeFocus: boolean): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed()) return;
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    browserWindow.setBounds({
      ...size,
      x: workArea.x + workArea.width - size.width - marginPx,
      y: workArea.y + Math.round((workArea.height - size.height) / 2),
    });
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

  hide(): void {
    const { browserWindow } = this.window;
    if (!browserWindow.isDestroyed()) browserWindow.hide();
  }

  /** Parley quits: it is hidden, and may be closed from now on. */
  retire(): void {
    this.#closable = true;
    this.hide();
  }
}
