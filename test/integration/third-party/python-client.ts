import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../../../build/lib/hash.ts';
import { userCacheDir } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');
const driver = join(import.meta.dirname, 'drive_ucwa.py');
const installTimeoutMs = 90_000;

/** How to start the driver of the Python package. */
export interface PythonClient {
  readonly command: string;
  readonly driver: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The package from its registry, unmodified, in the user's cache folder: installed once.
 * @returns undefined without Python and pip, or when the package cannot be fetched
 */
export async function pythonClient(): Promise<PythonClient | undefined> {
  const command = await pythonWithPip();
  if (command === undefined) return undefined;
  const hash = await hashFile(requirements);
  const folder = join(userCacheDir(), `third-party-${hash.slice(0, 16)}`);
  if (!existsSync(folder) && !(await install(command, folder))) return undefined;
  return { command, driver, env: { ...process.env, PYTHONPATH: folder } };
}

async function pythonWithPip(): Promise<string | undefined> {
  for (const command of ['python3', 'python']) {
    if ((await run(command, ['-m', 'pip', '--version'])).code === 0) return command;
  }
  return undefined;
}

/** Into a folder of its own first, so that the folder's presence means complete. */
async function install(command: string, folder: string): Promise<boolean> {
  await mkdir(userCacheDir(), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  const options = ['--disable-pip-version-check', '--no-deps', '--target', unfinished];
  const args = ['-m', 'pip', 'install', ...options, '--requirement', requirements];
  const { code } = await run(command, args, { timeoutMs: installTimeoutMs });
  if (code === 0) await rename(unfinished, folder);
  else await rm(unfinished, { recursive: true, force: true });
  return code === 0;
}
