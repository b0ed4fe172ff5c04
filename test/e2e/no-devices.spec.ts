import { expect, test } from './support/fixtures.ts';

test('an outgoing call without any microphone says so and never rings', async ({ signedIn }) => {
  const [alex, sam] = await Promise.all([signedIn('alex', { devices: false }), signedIn('sam')]);
  await alex.dial('Sam Okafor', 'audioVideo');
  const call = alex.callWith('Sam Okafor');
  await expect(call.getByText('No microphone was found')).toBeVisible();
  await expect(call.getByText('Connect one, or choose another in the settings.')).toBeVisible();
  await expect((await alex.openRecents()).first()).toContainText('No microphone was found');
  await expect(await sam.openRecents()).toHaveCount(0);
});

test('an incoming call that cannot be answered for want of a microphone says so on both sides', async ({
  signedIn,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam', { devices: false })]);
  await alex.dial('Sam Okafor');
  const ring = await sam.ringWindow();
  await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  const call = sam.callWith('Alex Rivera');
  await expect(call.getByText('No microphone was found')).toBeVisible();
  await expect((await sam.openRecents()).first()).toContainText('No microphone was found');
  await expect((await alex.openRecents()).first()).toContainText('No sound could be exchanged');
});
