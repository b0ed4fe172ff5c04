import { existsSync } from 'node:fs';
import { UserError } from '../lib/user-error.ts';
import { downloadDist, installedDist } from './electron-package.ts';
import type { ElectronRuntime } from './runtime.ts';
import { executableIn, versionOf } from './runtime.ts';
import { testRuntime, testRuntimeIsAvailable } from './test-runtime.ts';
import { testRuntimeVersion } from './test-runtime-unpack.ts';

/**
 * Finds an Electron to run on: the one named by ELECTRON_OVERRIDE_DIST_PATH, the installed one,
 * its download, and last the test runtime (Linux x64).
 * @param options.refresh try the download again and make the test runtime anew
 * @throws UserError when there is none; the message says what to do
 */
export async function findRuntime(
  options: { readonly refresh?: boolean } = {},
): Promise<ElectronRuntime> {
  const refresh = options.refresh ?? false;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return await overridden(override);
  const installed = await installedDist();
  if (installed !== undefined) return await current(installed, 'installed');
  const download = await downloadDist({ retry: refresh || !testRuntimeIsAvailable() });
  if (download.ok) return await current(download.distPath, 'just downloaded');
  if (testRuntimeIsAvailable()) return await testRuntime({ refresh, why: download.why });
  throw new UserError(
    'Electron could not be downloaded. Check the network and the proxy settings (HTTPS_PROXY, ' +
      'ELECTRON_MIRROR), or unpack an Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to ' +
      'its folder; then run the same command again.',
  );
}

async function overridden(distPath: string): Promise<ElectronRuntime> {
  if (!existsSync(executableIn(distPath))) {
    throw new UserError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${distPath}, and there is no Electron in it.`,
    );
  }
  return await current(distPath, 'named by ELECTRON_OVERRIDE_DIST_PATH');
}

async function current(distPath: string, why: string): Promise<ElectronRuntime> {
  const version = (await versionOf(distPath)) ?? 'of unknown version';
  return {
    distPath,
    executablePath: executableIn(distPath),
    version,
    kind: version === testRuntimeVersion ? 'test' : 'current',
    reason: `Electron ${version} (${why})`,
  };
}
