import { type Session, session, type WebContents } from 'electron';
import type { Logger } from '../../app/ports/logger.ts';
import { isLoopbackHost } from '../../app/util/web-address.ts';

/**
 * Where pages of others live (a company's sign-in page): a session of its own, in memory only, that
 * shares nothing with Parley's pages.
 */
export const foreignSession = (): Session => session.fromPartition('foreign-pages');

/** The host to show for an address, if a foreign page may be there: https, or http on the loopback. */
export function foreignHost(address: string): string | null {
  try {
    const { protocol, hostname, host } = new URL(address);
    const isSecure = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
    return isSecure ? host : null;
  } catch {
    return null;
  }
}

/** No permission, no download, no connection that is not encrypted. */
export function guardForeignSession(foreign: Session): void {
  foreign.on('will-download', (event) => event.preventDefault());
  foreign.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  foreign.setPermissionCheckHandler(() => false);
  foreign.setDevicePermissionHandler(() => false);
  foreign.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: foreignHost(url) === null && !/^(?:data|blob):/i.test(url) });
  });
}

/** A foreign page goes from site to site, but opens no windows and embeds no other contents. */
export function lockDownForeign(contents: WebContents, logger: Logger): void {
  const refuse = (what: string, event: { preventDefault(): void }): void => {
    event.preventDefault();
    // Not the address: it may hold the proof of a sign-in.
    logger.warn('Refused what a foreign page tried', { what });
  };
  contents.on('will-navigate', (event, url) => {
    if (foreignHost(url) === null) refuse('navigation', event);
  });
  contents.on('will-redirect', (event, url) => {
    if (foreignHost(url) === null) refuse('redirect', event);
  });
  contents.on('will-attach-webview', (event) => refuse('webview', event));
  contents.setWindowOpenHandler(() => {
    logger.warn('Refused what a foreign page tried', { what: 'new window' });
    return { action: 'deny' };
  });
}
