import { app, dialog } from 'electron';
import { parseCommandLine } from './command-line.ts';
import type { Shell } from './shell.ts';
import { runVerb } from './verbs/run-verb.ts';
import { readVerb } from './verbs/verb-arguments.ts';
import { verbPlace } from './verbs/verb-place.ts';
import { isWaylandSession } from './wayland-session.ts';
import { declareAppScheme } from './windows/app-protocol.ts';
import { enableKeyPortal } from './windows/key-portal-switch.ts';

const args = process.argv.slice(1);
const commandLine = parseCommandLine(args, process.cwd());
if (commandLine.userDataDir !== null) app.setPath('userData', commandLine.userDataDir);

const asked = readVerb(args);
if (asked === null) {
  start();
} else {
  // Before anything of Parley is loaded: somebody has pressed a key for it.
  void runVerb(asked, verbPlace(app.getPath('userData'), process.platform).address).then((code) =>
    process.exit(code),
  );
}

function start(): void {
  // All of this has to be said before Electron is ready.
  // Hidden pages collect their garbage late: a day of calls would leave tens of megabytes in each.
  app.commandLine.appendSwitch('js-flags', '--optimize-for-size');
  if (!commandLine.noSandbox) app.enableSandbox();
  declareAppScheme();
  if (isWaylandSession(process.env)) enableKeyPortal(app.commandLine);

  // The lock belongs to the profile: two profiles run side by side, one profile never twice.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  run().catch((error: unknown) => {
    dialog.showErrorBox('Parley', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}

async function run(): Promise<void> {
  const [{ compose }] = await Promise.all([import('./compose.ts'), app.whenReady()]);
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
