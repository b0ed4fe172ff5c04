import type { CommandHandlers, CommandOrigin } from './command-endpoint.ts';
import type { MediaEngineProxy } from './media-engine-proxy.ts';

/** What the window that carries the media says to its engine. */
export function mediaHandlers(engine: MediaEngineProxy): CommandHandlers {
  const within = (origin: CommandOrigin, act: (window: Window) => void): null => {
    if (origin.surface === 'window') act(origin.window);
    return null;
  };
  return {
    'media.ready': (_payload, origin) => within(origin, (window) => engine.attach(window)),
    'media.reply': ({ requestId, reply }, origin) =>
      within(origin, (window) => engine.settle(window, requestId, reply)),
    'media.report': (report, origin) => within(origin, (window) => engine.report(window, report)),
  };
}

type Window = Extract<CommandOrigin, { surface: 'window' }>['window'];
