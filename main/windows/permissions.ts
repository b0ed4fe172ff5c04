import type { Session } from 'electron';
import { isOwnUrl } from './app-url.ts';

/**
 * What Parley's own pages may ask for: microphone, camera, choosing a loudspeaker, and the buttons of a
 * headset (which one, `HeadsetChoice` says).
 */
const allowed: ReadonlySet<string> = new Set(['media', 'speaker-selection', 'hid']);

/** Whether a page may use a permission of the Permissions API. */
export const mayUse = (permission: string, pageUrl: string): boolean =>
  allowed.has(permission) && isOwnUrl(pageUrl);

/** Denies every permission to every page, but for those above, and every download. Devices are another matter. */
export function guardPermissions(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    callback(details.isMainFrame && mayUse(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((contents, permission, requestingOrigin) =>
    mayUse(permission, contents === null ? requestingOrigin : contents.getURL()),
  );
}
