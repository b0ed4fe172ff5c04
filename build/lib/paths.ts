import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** Where the bundles are built. */
export const distDir: string = join(projectRoot, 'dist');

/**
 * The folder for things that can be made again, per user and outside of the project.
 * Linux: XDG Base Directory Specification; macOS and Windows: their own places.
 */
export function userCacheDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'parley', 'Cache');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'parley');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley');
}
