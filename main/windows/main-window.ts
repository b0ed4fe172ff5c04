import type { NativeImage } from 'electron';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { AppWindow } from './app-window.ts';
import type { WindowFactory } from './window-factory.ts';

/** The window with everything in it. It also carries the media of calls, so it is never unloaded. */
export class MainWindow {
  readonly window: AppWindow;

  constructor(factory: WindowFactory, endpoint: CommandEndpoint, title: string) {
    this.window = factory.create('main', endpoint, {
      title,
      width: 1000,
      height: 720,
      minWidth: 400,
      minHeight: 600,
      backgroundColor: '#1f1f1f',
    });
  }

  /** @param focus whether to take the keyboard from the program that has it */
  show(focus: boolean): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed()) return;
    if (browserWindow.isMinimized()) browserWindow.restore();
    if (!focus) {
      browserWindow.showInactive();
      return;
    }
    browserWindow.show();
    browserWindow.focus();
  }

  /** Shows it when its first frame is ready, so that nobody sees an empty window. */
  showWhenReady(): void {
    this.window.browserWindow.once('ready-to-show', () => this.show(true));
  }

  /** Makes it findable where it was put away, and leaves the keyboard where it is. */
  showIfHidden(): void {
    const { browserWindow } = this.window;
    if (browserWindow.isDestroyed() || browserWindow.isVisible()) return;
    if (!browserWindow.isMinimized()) browserWindow.showInactive();
  }

  /** Lays a small picture over the entry in the task bar of Windows; null takes it away. */
  setOverlay(picture: NativeImage | null, description: string): void {
    const { browserWindow } = this.window;
    if (!browserWindow.isDestroyed()) browserWindow.setOverlayIcon(picture, description);
  }

  hide(): void {
    this.window.browserWindow.hide();
  }

  minimize(): void {
    this.window.browserWindow.minimize();
  }

  /** Asks the task bar for attention, or stops asking. */
  flash(on: boolean): void {
    const { browserWindow } = this.window;
    if (!browserWindow.isDestroyed()) browserWindow.flashFrame(on);
  }
}
