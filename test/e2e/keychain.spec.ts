import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../build/lib/run.ts';
import { demoUser, expect, test } from './support/fixtures.ts';

/** Everything that the keychain of the session holds for a profile, as `secret-tool` prints it. */
async function keychainEntries(env: NodeJS.ProcessEnv, profileDir: string): Promise<string> {
  const search = ['search', '--all', '--unlock', 'service', `Parley (${profileDir})`];
  const { output } = await run('secret-tool', search, { env });
  return output;
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the next start signs in by the keychain; no file holds a secret; signing out deletes it', async ({
  launch,
  sandbox,
  desktop,
}) => {
  const profileDir = await mkdtemp(join(tmpdir(), 'parley-keychain-'));
  const user = { ...demoUser('alex') };
  const first = await launch({ profileDir });
  await first.signIn(user, sandbox.discoveryUrl);
  const tokens = sandbox.control.ticketsOf(user.userName);
  await first.quit();

  expect(await keychainEntries(desktop.env, profileDir)).toContain(user.userName);
  for (const file of await filesBelow(profileDir)) {
    const text = await readFile(file, 'latin1');
    for (const token of tokens) expect(text, file).not.toContain(token);
    expect(text, file).not.toContain('cwt=');
  }

  const second = await launch({ profileDir });
  await second.expectSignedIn();
  await second.page.getByRole('button', { name: 'Alex Rivera' }).click();
  await second.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(second.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect.poll(() => keychainEntries(desktop.env, profileDir)).not.toContain(user.userName);
  await expect(second.page.getByLabel('Password', { exact: true })).toHaveValue('');
  await second.quit();
  await rm(profileDir, { recursive: true, force: true });
});
