import type { App, Session, WebContents } from 'electron';
import type { Logger } from '../../app/ports/logger.ts';
import { schemeAndHost } from '../../app/util/web-address.ts';
import { isOwnUrl } from './app-url.ts';
import { lockDownForeign } from './foreign-pages.ts';

/**
 * Applies to every page there will ever be, whoever makes it: it stays where it was loaded, opens
 * no windows and embeds no other pages. Only pages of the foreign session may go elsewhere.
 */
export function lockDownAllContents(app: App, foreign: Session, logger: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    if (contents.session === foreign) lockDownForeign(contents, logger);
    else lockDown(contents, logger);
  });
}

function lockDown(contents: WebContents, logger: Logger): void {
  const tell = (what: string, url: string): void =>
    logger.warn('Refused what a page tried', { what, to: schemeAndHost(url) });
  const refuse = (what: string, event: { preventDefault(): void }, url: string): void => {
    event.preventDefault();
    tell(what, url);
  };
  contents.on('will-navigate', (event, url) => {
    // Reloading itself is the only navigation.
    if (!isOwnUrl(url) || url !== contents.getURL()) refuse('navigation', event, url);
  });
  contents.on('will-redirect', (event, url) => refuse('redirect', event, url));
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    refuse('webview', event, parameters.src ?? '');
  });
  contents.setWindowOpenHandler(({ url }) => {
    tell('new window', url);
    return { action: 'deny' };
  });
}
