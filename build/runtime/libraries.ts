import { run } from '../lib/run.ts';
import { UserError } from '../lib/user-error.ts';

/**
 * Sees to it, on Linux, that every library Electron is linked with is there.
 * @throws UserError naming the missing ones
 */
export async function checkLibraries(executablePath: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const { stdout } = await run('ldd', [executablePath]);
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  if (missing.length === 0) return;
  throw new UserError(
    `Electron needs libraries that this system does not have: ${missing.join(', ')}\n` +
      "Install the packages that hold them with your system's package manager.",
  );
}
