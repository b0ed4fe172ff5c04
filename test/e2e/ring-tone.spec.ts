import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** How soon after the answer nothing may be heard any more. */
const momentMs = 1_500;

/** More than the pause between two rings: whoever is quiet for that long does not ring. */
const longerThanPauseMs = 2_800;

/** Whether the ring window is heard now, as the system's mixer would tell. */
async function isRingHeard(app: ParleyApp): Promise<boolean> {
  const ringWindow = await app.electronApp.browserWindow(await app.ringWindow());
  return await ringWindow.evaluate(({ webContents }) => webContents.isCurrentlyAudible());
}

const expectHeard = (app: ParleyApp) => expect.poll(() => isRingHeard(app)).toBe(true);

/** Listens until it has been quiet for longer than between two rings. */
async function expectQuiet(app: ParleyApp): Promise<void> {
  let lastHeardMs = performance.now();
  const quietMs = async (): Promise<number> => {
    if (await isRingHeard(app)) lastHeardMs = performance.now();
    return performance.now() - lastHeardMs;
  };
  await expect
    .poll(quietMs, { timeout: momentMs + longerThanPauseMs, intervals: [50] })
    .toBeGreaterThan(longerThanPauseMs);
}

async function switchRingTonesOff({ page }: ParleyApp): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: 'Play ring tones' }).uncheck();
  await page.getByRole('button', { name: 'Close settings' }).click();
}

for (const button of ['Answer', 'Decline']) {
  test(`a call is heard ringing, and falls silent at ${button}`, async ({ signedIn }) => {
    const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
    expect(await isRingHeard(sam)).toBe(false);
    await alex.dial('Sam Okafor');
    await expectHeard(sam);
    const ring = await sam.ringWindow();
    await ring.getByRole('button', { name: button, exact: true }).click();
    await expectQuiet(sam);
  });
}

test('with ring tones off a Normal call is only seen; an Emergency rings in any case', async ({
  signedIn,
}) => {
  const [alex, quiet, loud] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('sam'),
  ]);
  await switchRingTonesOff(quiet);

  await alex.dial('Sam Okafor');
  // The same user's other Parley rings: the time for a tone has come.
  await expectHeard(loud);
  const dialog = (await quiet.ringWindow()).getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  await expectQuiet(quiet);
  await expect(dialog).toBeVisible();
  await alex.callWith('Sam Okafor').getByRole('button', { name: 'Cancel call' }).click();
  await expect(dialog).toBeHidden();

  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await alex.page.getByRole('radio', { name: 'Emergency' }).check();
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  await expectHeard(quiet);
});
