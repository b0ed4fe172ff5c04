import type { Logger } from '../../app/ports/logger.ts';
import { CommandEndpoint } from '../ipc/command-endpoint.ts';
import type { MediaEngineProxy } from '../ipc/media-engine-proxy.ts';
import { mediaHandlers } from '../ipc/media-handlers.ts';
import type { Publisher } from '../ipc/publisher.ts';
import { stateHandlers } from '../ipc/state-handlers.ts';
import type { AppWindow } from '../windows/app-window.ts';
import type { WindowFactory } from '../windows/window-factory.ts';

/** A window that nobody sees: the ears and eyes of a colleague who takes calls. */
export class MediaWindow {
  readonly #window: AppWindow;

  /** @param publisher of the colleague's own state: the page knows nothing of the user's */
  constructor(
    factory: WindowFactory,
    engine: MediaEngineProxy,
    publisher: Publisher,
    logger: Logger,
  ) {
    const handlers = { ...mediaHandlers(engine), ...stateHandlers(publisher) };
    const endpoint = new CommandEndpoint(handlers, logger);
    this.#window = factory.create('media', endpoint, {
      width: 320,
      height: 240,
      skipTaskbar: true,
    });
  }

  close(): void {
    const { browserWindow } = this.#window;
    if (!browserWindow.isDestroyed()) browserWindow.destroy();
  }
}
