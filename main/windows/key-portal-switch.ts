import type { CommandLine } from 'electron';

const feature = 'GlobalShortcutsPortal';

/**
 * In a Wayland session Chromium asks the desktop's portal for keys only when told to (documented with
 * Electron's `globalShortcut`). A Chromium that does not know the feature passes it over. Has to be
 * said before Electron is ready.
 */
export function enableKeyPortal(commandLine: CommandLine): void {
  const others = commandLine.getSwitchValue('enable-features');
  commandLine.appendSwitch('enable-features', others === '' ? feature : `${others},${feature}`);
}
