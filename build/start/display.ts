import { UserError } from '../lib/user-error.ts';

/** Where the windows go. */
export interface Display {
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** @throws UserError when there is no display and none was asked for */
export function requireDisplay(headless: boolean): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (headless || process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  throw new UserError(
    'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Start Parley from a ' +
      'desktop session, or let it start a desktop of its own, without a screen: ' +
      'npm start -- --headless',
  );
}

/** The display of the user or, where it is asked for on Linux, a desktop without a screen. */
export async function openDisplay(headless: boolean): Promise<Display> {
  if (headless && process.platform === 'linux') return await ownSession();
  const env = { ...process.env };
  // Left behind by other tools, it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return { env, stop: () => Promise.resolve() };
}

async function ownSession(): Promise<Display> {
  const { DesktopSession } = await import('../../test/desktop/session.ts');
  const { missingPrograms } = await import('../../test/desktop/programs.ts');
  const missing = await missingPrograms();
  if (missing.length > 0) {
    throw new UserError(`A desktop session needs programs that are missing: ${missing.join(', ')}`);
  }
  // Ctrl-C during the start leaves by the front door, where what was started is ended.
  const leave = (): void => process.exit(130);
  process.on('SIGINT', leave);
  const session = await DesktopSession.start().finally(() => process.off('SIGINT', leave));
  console.log(
    `A desktop without a screen runs on display ${session.env.DISPLAY}. Ctrl-C ends it, and Parley.`,
  );
  return { env: session.env, stop: () => session.stop() };
}
