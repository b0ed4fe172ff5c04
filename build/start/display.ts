import { UserError } from '../lib/user-error.ts';

/** Where the windows go. */
export interface Display {
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/**
 * The display of the user, or a desktop session without a screen.
 * @throws UserError when there is no display and none was asked for
 */
export async function findDisplay(headless: boolean): Promise<Display> {
  const env = { ...process.env };
  // Left behind by other tools, it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  if (headless && process.platform === 'linux') return await ownSession();
  const present = process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (present) return { env, stop: () => Promise.resolve() };
  throw new UserError(
    'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Start Parley from a ' +
      'desktop session, or let it start a desktop of its own, without a screen: ' +
      'npm start -- --headless',
  );
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
  console.log(`A desktop of its own runs on display ${session.env.DISPLAY}.`);
  return { env: session.env, stop: () => session.stop() };
}
