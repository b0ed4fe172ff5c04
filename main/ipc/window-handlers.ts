import type { Logger } from '../../app/ports/logger.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/** What the handlers below need of the shell. */
export interface WindowActions {
  minimizeMainWindow(): void;
  quit(): void;
  networkIsBack(): void;
  /** Opens a page in the user's own browser; rejects for anything but a page of the web. */
  openWebPage(address: string): Promise<void>;
  copyText(text: string): void;
  showConversation(conversationId: string | null): void;
}

/** Commands about the windows themselves. */
export function windowHandlers(
  actions: WindowActions,
  trace: Trace,
  logger: Logger,
): CommandHandlers {
  const renderer = logger.scoped('renderer');
  return {
    'window.closeChoice': ({ choice }) => {
      if (choice === 'minimize') actions.minimizeMainWindow();
      if (choice === 'quit') actions.quit();
      return null;
    },
    'window.ringPainted': ({ callId }) => {
      trace.mark('ring-window-painted', callId);
      return null;
    },
    'window.show': ({ conversationId }) => {
      actions.showConversation(conversationId);
      return null;
    },
    'window.openWebPage': async ({ address }) => {
      await actions.openWebPage(address);
      return null;
    },
    'window.copyText': ({ text }) => {
      actions.copyText(text);
      return null;
    },
    'network.online': () => {
      actions.networkIsBack();
      return null;
    },
    'log.rendererError': ({ message }, origin) => {
      const view = origin.surface === 'window' ? origin.window.view : null;
      renderer.error('A page reports an error', { view, reported: message });
      return null;
    },
  };
}
