import { mkdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../build/lib/run.ts';
import { stageForOrdinaryUser } from '../desktop/ordinary-user.ts';
import { DesktopSession } from '../desktop/session.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import { ParleyApp } from './support/parley-app.ts';

test('an ordinary user runs Parley with the sandbox of the operating system', async ({
  runtime,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const staged = await stageForOrdinaryUser(runtime);
  const desktop = await DesktopSession.start({ account: staged.account });
  try {
    const profileDir = join(desktop.home, 'profile');
    await mkdir(profileDir);
    const { uid, gid } = staged.account;
    await run('chown', [`${uid}:${gid}`, profileDir]);
    const app = await ParleyApp.launch({ runtime, env: desktop.env, staged, profileDir });
    try {
      await app.signIn(demoUser('alex'), sandbox.discoveryUrl);
      const mainWindow = await app.electronApp.browserWindow(app.page);
      const rendererPid = await mainWindow.evaluate((window) =>
        window.webContents.getOSProcessId(),
      );
      const status = await readFile(`/proc/${rendererPid}/status`, 'utf8');
      expect(status).toMatch(new RegExp(`^Uid:\\s+${uid}\\b`, 'm'));
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(await readlink(`/proc/${rendererPid}/ns/user`)).not.toBe(
        await readlink('/proc/self/ns/user'),
      );
    } finally {
      await app.quit();
    }
  } finally {
    await desktop.stop();
    await staged.remove();
  }
});
