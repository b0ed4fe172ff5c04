import type { Page } from '../windows/page.ts';
import type { CommandHandlers, CommandOrigin } from './command-endpoint.ts';
import type { MediaEngineProxy } from './media-engine-proxy.ts';

/** What the window that carries the media says to its engine. */
export function mediaHandlers(engine: MediaEngineProxy): CommandHandlers {
  const within = (origin: CommandOrigin, act: (page: Page) => void): null => {
    if (origin.surface === 'window') act(origin.window);
    return null;
  };
  return {
    'media.ready': (_payload, origin) => within(origin, (page) => engine.attach(page)),
    'media.reply': ({ requestId, reply }, origin) =>
      within(origin, (page) => engine.settle(page, requestId, reply)),
    'media.report': (report, origin) => within(origin, (page) => engine.report(page, report)),
  };
}
