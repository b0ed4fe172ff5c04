import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** How soon after the answer nothing may be heard any more. */
const momentMs = 1_500;

/** Whether the ring window is heard now, as the system's mixer would tell. */
async function isRingHeard(app: ParleyApp): Promise<boolean> {
  const ringWindow = await app.electronApp.browserWindow(await app.ringWindow());
  return await ringWindow.evaluate(({ webContents }) => webContents.isCurrentlyAudible());
}

const expectHeard = (app: ParleyApp) => expect.poll(() => isRingHeard(app)).toBe(true);

const expectSilent = (app: ParleyApp) =>
  expect.poll(() => isRingHeard(app), { timeout: momentMs }).toBe(false);

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
    await expectSilent(sam);
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
  const ring = await quiet.ringWindow();
  await expect(ring.getByRole('alertdialog')).toBeVisible();
  // The same user's other Parley rings, so the time for a tone has come.
  await expectHeard(loud);
  expect(await isRingHeard(quiet)).toBe(false);
  await alex.callWith('Sam Okafor').getByRole('button', { name: 'Cancel call' }).click();
  await expectSilent(loud);

  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await alex.page.getByRole('radio', { name: 'Emergency' }).check();
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  await expectHeard(quiet);
});
