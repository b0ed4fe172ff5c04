import { join } from 'node:path';
import { run } from '../../build/lib/run.ts';
import { expect, test } from './support/fixtures.ts';

const projectDir = join(import.meta.dirname, '../..');

test('a second start of the same profile shows the window of the first and ends', async ({
  signedIn,
  desktop,
  runtime,
}) => {
  const alex = await signedIn('alex');
  await alex.closeMainWindow();
  expect(await alex.isMainWindowShown()).toBe(false);

  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(
    runtime.executablePath,
    [...asRoot, projectDir, `--user-data-dir=${alex.profileDir}`],
    { env: desktop.env },
  );
  expect(code).toBe(0);
  await expect.poll(() => alex.isMainWindowShown()).toBe(true);
  await expect.poll(() => desktop.keys.focusedWindow()).toBe('Parley – Alex Rivera');
});
