import { join } from 'node:path';
import type { TrayModel } from './tray-model.ts';

/** Size in pixels of tray icons where the desktop does not scale them. */
const traySizes = { linux: 24, win32: 16, darwin: 16 } as const;

/** The icon of the program, for windows and notifications. */
export const programIconPath = (icons: string, size: 48 | 256): string =>
  join(icons, 'app', `${size}x${size}.png`);

/** Where the icon of a tray state lies in the folder of icons. */
export function trayIconPath(
  icons: string,
  platform: 'linux' | 'win32' | 'darwin',
  { presence, call, unseen }: Pick<TrayModel, 'presence' | 'call' | 'unseen'>,
): string {
  const shown = presence === 'recovering' ? 'offline' : presence;
  return join(
    icons,
    'tray',
    `${shown}-${call}${unseen ? '-unseen' : ''}-${traySizes[platform]}.png`,
  );
}
