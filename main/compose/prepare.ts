import type { Logger } from '../../app/ports/logger.ts';
import type { Parley } from '../../app/services/parley.ts';
import type { KeytarSecretStore } from '../adapters/keytar-secret-store.ts';
import { systemClock } from '../adapters/system-clock.ts';
import type { CommandLine } from '../command-line.ts';
import type { DemoMode } from '../demo/demo-mode.ts';
import { withTimeLimit } from '../time-limit.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { Desktop } from './desktop.ts';

/** The main window waits for the answer, but not for a desktop that hangs. */
const trayAnswerLimitMs = 1_000;

/** What takes time after everything runs, in the order in which the user notices it. */
export async function prepare(own: {
  readonly parley: Parley;
  readonly keychain: KeytarSecretStore;
  readonly mainWindow: MainWindow;
  readonly desktop: Desktop;
  readonly demo: DemoMode;
  readonly commandLine: CommandLine;
  readonly logger: Logger;
}): Promise<void> {
  const { parley, keychain, mainWindow, desktop, demo, commandLine, logger } = own;
  await withTimeLimit(desktop.isTrayKnown(), trayAnswerLimitMs, systemClock).catch(() => {
    logger.warn('The desktop does not say whether it has a tray');
  });
  // Without a tray a hidden window could not be found again.
  if (!commandLine.hidden || !parley.store.state.environment.hasTray) mainWindow.showWhenReady();
  const hasKeychain = keychain.isAvailable().then((available) =>
    parley.store.update((draft) => {
      draft.environment.hasKeychain = available;
    }),
  );
  if (commandLine.demo) {
    await parley.settings.load();
    await demo.start();
  } else {
    await parley.start();
  }
  if (commandLine.discoveryUrl !== null) {
    await parley.settings.update({ lastDiscoveryUrl: commandLine.discoveryUrl });
  }
  await hasKeychain;
  logger.info('Parley is ready', { ...parley.store.state.environment, demoColleagues: undefined });
}
