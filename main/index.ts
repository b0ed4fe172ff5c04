import { app, dialog } from 'electron';
import { parseCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import type { Shell } from './shell.ts';
import { declareAppScheme } from './windows/app-protocol.ts';

const commandLine = parseCommandLine(process.argv.slice(1), process.cwd());

// All of this has to be said before Electron is ready.
if (commandLine.userDataDir !== null) app.setPath('userData', commandLine.userDataDir);
if (!commandLine.noSandbox) app.enableSandbox();
declareAppScheme();

// The lock belongs to the profile: two profiles run side by side, one profile never twice.
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    dialog.showErrorBox('Parley', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}

async function run(): Promise<void> {
  await app.whenReady();
  const shell = compose(app, commandLine);
  app.on('second-instance', () => shell.showMainWindow());
  app.on('activate', () => shell.showMainWindow());
  // Without a window Parley goes on in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => endInOrder(shell, event));
  await shell.start();
}

/** The first quit is held back until the server was told; then Parley quits again. */
function endInOrder(shell: Shell, event: { preventDefault(): void }): void {
  if (shell.isStopped) return;
  event.preventDefault();
  if (shell.isQuitting) return;
  // In a turn of its own: a quit within the one that is held back would be held back with it.
  void shell.stop().then(() => setImmediate(() => app.quit()));
}
