import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../build/lib/paths.ts';
import { expect, test } from './support/fixtures.ts';

const endTimeoutMs = 15_000;

test('Parley starts and ends without a terminal that takes its warnings', async ({
  runtime,
  desktop,
}, testInfo) => {
  const profileDir = testInfo.outputPath('profile');
  const args = [projectRoot, `--user-data-dir=${profileDir}`];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const program = spawn(runtime.executablePath, args, {
    // Without a session bus Parley has enough to warn about.
    env: { ...desktop.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program.stdout.destroy();
  program.stderr.destroy();
  const log = (): Promise<string> =>
    readFile(join(profileDir, 'logs', 'parley.log'), 'utf8').catch(() => '');
  try {
    await desktop.screen.waitForWindow('Parley');
    await expect.poll(log).toContain('The keychain cannot be used');

    const ended = once(program, 'exit', { signal: AbortSignal.timeout(endTimeoutMs) });
    program.kill('SIGTERM');
    await ended;
    expect(await log()).not.toContain('EPIPE');
  } finally {
    program.kill('SIGKILL');
  }
});
