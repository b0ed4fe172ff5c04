import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type IpcMainInvokeEvent,
  type Session,
  type WebPreferences,
} from 'electron';
import { messageChannel } from '../../app/ipc/contract.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import { isOwnUrl, type View, viewUrl } from './app-url.ts';
import type { AppWindow } from './app-window.ts';
import { hardened } from './hardened.ts';
import { ReloadDelays } from './reload-delays.ts';

const preferences = {
  ...hardened,
  // Ringing and calls go on in windows that nobody sees.
  backgroundThrottling: false,
  // A call rings although nobody clicked into the page.
  autoplayPolicy: 'no-user-gesture-required',
} as const satisfies WebPreferences;

/** Makes Parley's windows and knows them again. */
export class WindowFactory {
  readonly #session: Session;
  readonly #preload: string;
  readonly #icon: string;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #windows = new Map<number, AppWindow>();

  constructor(session: Session, preload: string, icon: string, clock: Clock, logger: Logger) {
    this.#session = session;
    this.#preload = preload;
    this.#icon = icon;
    this.#clock = clock;
    this.#logger = logger.scoped('windows');
  }

  /** Makes a hidden window and starts loading its page. */
  create(
    view: View,
    endpoint: CommandEndpoint,
    options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
  ): AppWindow {
    const browserWindow = new BrowserWindow({
      ...options,
      show: false,
      icon: this.#icon,
      webPreferences: { ...preferences, session: this.#session, preload: this.#preload },
    });
    const contents = browserWindow.webContents;
    const { id } = contents;
    const window: AppWindow = {
      view,
      browserWindow,
      endpoint,
      send: (message) => {
        if (!browserWindow.isDestroyed()) contents.send(messageChannel, message);
      },
      onPageGone: (listener) => {
        contents.on('render-process-gone', listener);
        contents.on('destroyed', listener);
        // Not when a navigation starts: it may still be refused.
        contents.on('did-navigate', listener);
      },
    };
    this.#windows.set(id, window);
    contents.on('destroyed', () => this.#windows.delete(id));
    const reloadDelays = new ReloadDelays();
    contents.on('render-process-gone', (_event, details) => {
      this.#logger.error('A page is gone', { view, reason: details.reason });
      if (details.reason === 'clean-exit') return;
      this.#clock.after(reloadDelays.next(this.#clock.nowMs()), () => {
        if (!browserWindow.isDestroyed()) contents.reload();
      });
    });
    browserWindow.removeMenu();
    browserWindow.loadURL(viewUrl(view)).catch((error: unknown) => {
      this.#logger.error('A page could not be loaded', { view, error });
    });
    return window;
  }

  /**
   * The window that a command came from; null for anything else: a frame inside a page, a page that
   * is not ours, contents that this factory did not make.
   */
  senderOf(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): AppWindow | null {
    const window = this.#windows.get(event.sender.id);
    const frame = event.senderFrame;
    if (window === undefined || frame === null) return null;
    if (frame !== event.sender.mainFrame || !isOwnUrl(frame.url)) return null;
    return window;
  }
}
