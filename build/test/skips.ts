import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../lib/paths.ts';

/** Tests that may be skipped on some systems. A skipped test that is not listed is a failure. */
interface AllowedSkip {
  /** Full names, as the runner prints them. */
  readonly names: readonly string[];
  /** Systems, as `process.platform` names them. */
  readonly platforms: readonly string[];
  readonly reason: string;
}

/** The names of the tests that may be skipped here (test/allowed-skips.json). */
export async function allowedSkips(): Promise<Set<string>> {
  const text = await readFile(join(projectRoot, 'test', 'allowed-skips.json'), 'utf8');
  const skips = JSON.parse(text) as AllowedSkip[];
  const here = skips.filter(({ platforms }) => platforms.includes(process.platform));
  return new Set(here.flatMap(({ names }) => names));
}
