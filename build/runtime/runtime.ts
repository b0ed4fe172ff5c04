import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../lib/run.ts';

/** An Electron that is there and can be started. */
export interface ElectronRuntime {
  /** The folder of the distribution: what ELECTRON_OVERRIDE_DIST_PATH and electron-builder take. */
  readonly distPath: string;
  readonly executablePath: string;
  readonly version: string;
  /** `test`: an older Electron, good for trying and testing, not for daily use. */
  readonly kind: 'current' | 'test';
  /** One line for the user: which runtime this is, and why this one. */
  readonly reason: string;
}

export interface RuntimeVersions {
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
}

/** Where the executable lies inside a distribution of Electron. */
export function executableIn(
  distPath: string,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'darwin') return join(distPath, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distPath, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** The version a distribution says it has; undefined if it is no distribution. */
export async function versionOf(distPath: string): Promise<string | undefined> {
  const text = await readFile(join(distPath, 'version'), 'utf8').catch(() => undefined);
  return text?.trim().replace(/^v/, '');
}

/**
 * Asks the runtime itself for its versions. Works without a display.
 * @returns undefined when it cannot be started
 */
export async function askVersions(executablePath: string): Promise<RuntimeVersions | undefined> {
  const app = join(import.meta.dirname, 'versions-app');
  const args = [app, '--no-sandbox', '--disable-gpu'];
  const { stdout } = await run(executablePath, args, { timeoutMs: 20_000 });
  const line = stdout.split('\n').find((candidate) => candidate.startsWith('{"electron"'));
  return line === undefined ? undefined : (JSON.parse(line) as RuntimeVersions);
}
