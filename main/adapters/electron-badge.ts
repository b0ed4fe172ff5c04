import { join } from 'node:path';
import { type App, type NativeImage, nativeImage } from 'electron';
import type { Translator } from '../../app/i18n/translator.ts';
import type { ShowBadge } from '../desktop/unseen-badge.ts';

/** The program's entry in the task bar. */
interface TaskBarEntry {
  setOverlay(picture: NativeImage | null, description: string): void;
}

/**
 * The number at the dock icon of macOS and at launchers of Linux that understand it (Unity's protocol);
 * Windows has a picture at the task bar's entry, and says the number to screen readers.
 */
export function electronBadge(
  app: Pick<App, 'setBadgeCount'>,
  entry: TaskBarEntry,
  { translate }: Translator,
  icons: string,
): ShowBadge {
  if (process.platform !== 'win32') return (count) => void app.setBadgeCount(count);
  return (count) => {
    const picture = nativeImage.createFromPath(join(icons, 'badge', 'unseen-16.png'));
    entry.setOverlay(count === 0 ? null : picture, translate('tray.unseen', { count }));
  };
}
