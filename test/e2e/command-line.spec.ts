import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunResult, run } from '../../build/lib/run.ts';
import { expect, test } from './support/fixtures.ts';

const projectDir = join(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

test('each verb of the command line reaches the running Parley and says what it did', async ({
  signedIn,
  desktop,
  runtime,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await sam.closeMainWindow();
  const parley = (...args: string[]): Promise<RunResult> =>
    run(
      runtime.executablePath,
      [...asRoot, projectDir, `--user-data-dir=${sam.profileDir}`, ...args],
      { env: desktop.env },
    );
  const expectDone = async (verb: readonly string[], text: string): Promise<void> => {
    expect(await parley(...verb)).toMatchObject({ code: 0, stdout: `${text}\n` });
  };

  await expectDone(['--status'], 'Signed in as Sam Okafor: Available.');
  expect(await parley('--answer')).toMatchObject({
    code: 1,
    stdout: '',
    output: 'Nothing rings.\n',
  });

  const ringing = desktop.notifications.waitFor(
    ({ summary }) => summary === 'Alex Rivera is calling',
  );
  await alex.dial('Sam Okafor');
  await ringing;
  await expectDone(['--answer'], 'Answering the call of Alex Rivera.');
  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeVisible();
  await expect(sam.callWith('Alex Rivera').getByRole('timer')).toBeVisible();
  await expectDone(['--mute'], 'Muted the microphone.');
  await expectDone(['--hold'], 'Put on hold: Alex Rivera.');
  await expect(alex.callWith('Sam Okafor')).toContainText('put you on hold');
  await expectDone(['--hangup'], 'Hung up: Alex Rivera.');
  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeHidden();

  const { notifications } = desktop;
  notifications.forget();
  await alex.dial('Sam Okafor');
  await notifications.waitFor(({ summary }) => summary === 'Alex Rivera is calling');
  await expectDone(['--decline'], 'Declined the call of Alex Rivera.');

  await expectDone(['--presence', 'busy'], 'Your presence is now: Busy.');
  await expect(alex.page.getByRole('list', { name: 'People' })).toContainText('Busy');
  const unclear = await parley('--dial', 'e');
  expect(unclear.code).toBe(1);
  expect(unclear.output).toContain('Nobody was called');
  await expectDone(['--dial', 'kim'], 'Calling Kim Lindqvist.');

  await sam.closeMainWindow();
  await expectDone(['--raise'], 'Parley is in front.');
  await expect.poll(() => desktop.keys.focusedWindow()).toBe('Parley – Sam Okafor');

  // A second start without a verb shows the window of the first, and ends.
  await sam.closeMainWindow();
  await expect.poll(() => sam.isMainWindowShown()).toBe(false);
  expect((await parley()).code).toBe(0);
  await expect.poll(() => sam.isMainWindowShown()).toBe(true);
  await expect.poll(() => desktop.keys.focusedWindow()).toBe('Parley – Sam Okafor');
});

test('without a running Parley a verb says so, and starts none', async ({
  desktop,
  runtime,
}, info) => {
  const profileDir = info.outputPath('profile');
  for (const verb of ['--answer', '--status', '--dial=Sam']) {
    const args = [...asRoot, projectDir, `--user-data-dir=${profileDir}`, verb];
    expect(await run(runtime.executablePath, args, { env: desktop.env })).toMatchObject({
      code: 3,
      output: 'Parley is not running.\n',
    });
  }
  await expect(access(join(profileDir, 'logs'))).rejects.toThrow('ENOENT');
});
