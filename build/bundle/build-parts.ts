import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { build } from 'vite';
import { hashInputs } from '../lib/hash.ts';
import { distDir } from '../lib/paths.ts';
import type { Part } from './parts.ts';
import { parts } from './parts.ts';

/**
 * Builds what has changed since the last build, all parts at the same time.
 * @returns names of the parts that were built
 * @throws Error as the bundler reports it
 */
export async function buildParts(): Promise<string[]> {
  const results = await Promise.allSettled(parts.map(buildIfOutdated));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return parts.filter((_part, index) => isBuilt(results[index])).map((part) => part.name);
}

/** Builds everything, and bundles anew whenever a source changes, until the process ends. */
export async function watchParts(): Promise<void> {
  await Promise.all(
    parts.map(async ({ how }) => {
      if ('make' in how) await how.make();
      else await build({ ...how.vite, logLevel: 'info', build: { ...how.vite.build, watch: {} } });
    }),
  );
}

async function buildIfOutdated(part: Part): Promise<boolean> {
  const stampFile = join(distDir, '.stamps', part.name);
  const stamp = await hashInputs(part.inputs);
  const last = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (last === stamp && existsSync(join(distDir, part.output))) return false;
  await rm(stampFile, { force: true });
  await ('make' in part.how ? part.how.make() : bundle(part.how.vite));
  await mkdir(join(distDir, '.stamps'), { recursive: true });
  await writeFile(stampFile, stamp);
  return true;
}

async function bundle(config: InlineConfig): Promise<void> {
  await build({ ...config, mode: 'production' });
}

function isBuilt(result: PromiseSettledResult<boolean> | undefined): boolean {
  return result?.status === 'fulfilled' && result.value;
}
