import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../build/lib/run.ts';

/**
 * Makes a user trust a certificate authority, as an administrator does: in the NSS database that
 * Chromium reads on Linux.
 * @param home the user's home folder
 * @returns how to take the trust back
 */
export async function trustAuthority(home: string, pem: string): Promise<() => Promise<void>> {
  const folder = join(home, '.pki', 'nssdb');
  const database = `sql:${folder}`;
  if (!existsSync(join(folder, 'cert9.db'))) {
    await mkdir(folder, { recursive: true });
    await certutil('-d', database, '-N', '--empty-password');
  }
  const file = join(home, 'parley-test-authority.pem');
  await writeFile(file, pem);
  await certutil('-d', database, '-A', '-t', 'C,,', '-n', 'Parley test', '-i', file);
  return () => certutil('-d', database, '-D', '-n', 'Parley test');
}

async function certutil(...args: string[]): Promise<void> {
  const { code, output } = await run('certutil', args);
  if (code !== 0) throw new Error(`certutil ${args.join(' ')} failed: ${output}`);
}
