import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { userCacheDir } from '../lib/paths.ts';
import { run } from '../lib/run.ts';
import { executableIn, versionOf } from './runtime.ts';

/** How long a failed download is remembered, so that not every start waits for it again. */
const rememberFailureMs = 24 * 60 * 60 * 1000;
const downloadTimeoutMs = 15 * 60 * 1000;

const electronDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const failureFile = join(userCacheDir(), 'electron-download-failed.json');

/** The version of Electron that Parley ships on. */
export async function currentVersion(): Promise<string> {
  const text = await readFile(join(electronDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The distribution inside the installed `electron` package; undefined before its download. */
export async function installedDist(): Promise<string | undefined> {
  const distPath = join(electronDir, 'dist');
  const matches = (await versionOf(distPath)) === (await currentVersion());
  return matches && existsSync(executableIn(distPath)) ? distPath : undefined;
}

export type DownloadOutcome =
  | { readonly ok: true; readonly distPath: string }
  | { readonly ok: false; readonly why: string };

/**
 * Lets the `electron` package download its distribution (proxies, mirrors and checksums are its
 * own business).
 * @param options.retry try even if a download failed within the last day
 */
export async function downloadDist(options: { readonly retry: boolean }): Promise<DownloadOutcome> {
  const version = await currentVersion();
  if (!options.retry && (await failedRecently(version))) {
    return { ok: false, why: 'the download of the current one failed within the last day' };
  }
  console.log(`Downloading Electron ${version} (about 120 MB, once) …`);
  const script = join(electronDir, 'install.js');
  const { code } = await run(process.execPath, [script], { timeoutMs: downloadTimeoutMs });
  const distPath = code === 0 ? await installedDist() : undefined;
  if (distPath !== undefined) {
    await rm(failureFile, { force: true });
    return { ok: true, distPath };
  }
  await mkdir(dirname(failureFile), { recursive: true });
  await writeFile(failureFile, JSON.stringify({ version, atMs: Date.now() }));
  return { ok: false, why: 'the current one cannot be downloaded' };
}

async function failedRecently(version: string): Promise<boolean> {
  const text = await readFile(failureFile, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const failure = JSON.parse(text) as { version: string; atMs: number };
  return failure.version === version && Date.now() - failure.atMs < rememberFailureMs;
}
