import { type App, BrowserWindow, screen } from 'electron';
import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { AppWindow } from './app-window.ts';
import { type OverlayPlatform, overlayTypes } from './overlay-type.ts';
import type { WindowFactory } from './window-factory.ts';

const size = { width: 600, height: 420 } as const;

/**
 * The palette over everything. It is made hidden, and stays so between two uses, so that opening it
 * costs nothing but showing.
 */
export class QuickDialWindow {
  readonly window: AppWindow;
  readonly #app: Pick<App, 'hide'>;
  readonly #platform: OverlayPlatform;
  /** The page listens. */
  #isReady = false;
  /** Told to the page as soon as it listens. */
  #waiting: readonly WindowMessage[] = [];
  /** The window of Parley that had the keyboard; null: another program. */
  #before: BrowserWindow | null = null;
  #closable = false;

  constructor(
    factory: WindowFactory,
    endpoint: CommandEndpoint,
    options: {
      readonly title: string;
      readonly platform: OverlayPlatform;
      readonly app: Pick<App, 'hide'>;
    },
  ) {
    this.#app = options.app;
    this.#platform = options.platform;
    this.window = factory.create('quickDial', endpoint, {
      ...size,
      type: overlayTypes[options.platform],
      title: options.title,
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
    browserWindow.on('close', (event) => {
      if (this.#closable) return;
      event.preventDefault();
      this.hide();
    });
    // Whoever clicks beside it is done with it.
    browserWindow.on('blur', () => this.hide());
    this.window.onPageGone(() => {
      this.#isReady = false;
    });
  }

  get isVisible(): boolean {
    const { browserWindow } = this.window;
    return !browserWindow.isDestroyed() && browserWindow.isVisible();
  }

  /** Shows it with the keyboard in it. */
  open(): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed()) return;
    this.#before = BrowserWindow.getFocusedWindow();
    this.tell({ type: 'quickDialOpened' });
    browserWindow.setBounds(bounds());
    browserWindow.show();
    browserWindow.focus();
    // X11 forgets it while a window is hidden, and Electron asks only when it changes.
    browserWindow.setAlwaysOnTop(false);
    browserWindow.setAlwaysOnTop(true, 'screen-saver');
    browserWindow.moveTop();
  }

  /** Tells its page something, now or when it listens. */
  tell(message: WindowMessage): void {
    if (this.#isReady) this.window.send(message);
    else this.#waiting = [...this.#waiting, message];
  }

  /** Its page listens from now on. */
  ready(): void {
    this.#isReady = true;
    for (const message of this.#waiting) this.window.send(message);
    this.#waiting = [];
  }

  hide(): void {
    const { browserWindow } = this.window;
    this.#waiting = [];
    if (!browserWindow.isDestroyed() && browserWindow.isVisible()) browserWindow.hide();
  }

  /** Hides it, and the keyboard is where it was before. */
  giveBack(): void {
    const before = this.#before;
    this.#before = null;
    this.hide();
    if (before !== null && !before.isDestroyed() && before.isVisible()) before.focus();
    // There, a program keeps the keyboard that has no window left; elsewhere the next one gets it.
    else if (this.#platform === 'darwin') this.#app.hide();
  }

  /** Parley quits: it is hidden, and may be closed from now on. */
  retire(): void {
    this.#closable = true;
    this.hide();
  }
}

/** In the upper half of the screen that the pointer is on: where one looks first. */
function bounds() {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  return {
    width,
    height,
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 4),
  };
}
