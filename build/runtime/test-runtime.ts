import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { userCacheDir } from '../lib/paths.ts';
import type { ElectronRuntime } from './runtime.ts';
import { executableIn } from './runtime.ts';
import { downloadTestRuntime } from './test-runtime-download.ts';
import type { RuntimeManifest } from './test-runtime-unpack.ts';
import {
  manifestName,
  putLauncher,
  testRuntimeVersion,
  unpackTestRuntime,
} from './test-runtime-unpack.ts';

/** Whether the test runtime exists for this system at all. */
export function testRuntimeIsAvailable(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): boolean {
  return platform === 'linux' && arch === 'x64';
}

/**
 * The test runtime: a real but older Electron, kept in the user's cache folder, made once.
 * @param options.refresh throw the kept one away and make it again
 * @throws UserError when it can neither be found nor made
 */
export async function testRuntime(options: {
  readonly refresh: boolean;
  readonly why: string;
}): Promise<ElectronRuntime> {
  const distPath = join(userCacheDir(), `electron-${testRuntimeVersion}`);
  if (options.refresh || !(await isComplete(distPath))) {
    await rm(distPath, { recursive: true, force: true });
    const wheel = await downloadTestRuntime(userCacheDir());
    await unpackTestRuntime(wheel, distPath);
  }
  await putLauncher(distPath);
  return {
    distPath,
    executablePath: executableIn(distPath),
    version: testRuntimeVersion,
    kind: 'test',
    reason: `Electron ${testRuntimeVersion}, the test runtime (${options.why}); not for daily use`,
  };
}

async function isComplete(distPath: string): Promise<boolean> {
  const text = await readFile(join(distPath, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const manifest = JSON.parse(text) as RuntimeManifest;
  const checks = Object.entries(manifest.files).map(async ([file, size]) => {
    const found = await stat(join(distPath, file)).catch(() => undefined);
    return found?.size === size;
  });
  return (await Promise.all(checks)).every(Boolean);
}
