import type { Locator } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** Presses a button by its keyboard: some lie under the details that other steps show. */
const press = (call: Locator, name: string): Promise<void> =>
  call.getByRole('button', { name, exact: true }).press('Enter');

async function talk(alex: ParleyApp, sam: ParleyApp): Promise<readonly [Locator, Locator]> {
  await alex.dial('Sam Okafor');
  await (await sam.ringWindow()).getByRole('button', { name: 'Answer', exact: true }).click();
  const calls = [alex.callWith('Sam Okafor'), sam.callWith('Alex Rivera')] as const;
  for (const call of calls) {
    await expect(call.getByRole('timer', { name: 'Duration' })).toBeVisible();
  }
  return calls;
}

test('Alex adds video to a call, Sam is asked and adds theirs, Alex ends the video for both', async ({
  signedIn,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const [alexCall, samCall] = await talk(alex, sam);
  await expect(samCall.getByLabel('Your picture')).toHaveCount(0);

  await press(alexCall, 'Add video');
  await expect(samCall.getByLabel('Picture of Alex Rivera')).toBeVisible();
  await sam.expectPacketsArriving('Alex Rivera', 'Video');
  await expect(alexCall.getByLabel('Your picture')).toBeVisible();

  const question = samCall.getByText('Alex Rivera turned on video. Turn on yours?');
  await expect(question).toBeVisible();
  await expect(samCall.getByLabel('Your picture')).toHaveCount(0);
  await expect(alexCall.getByLabel('Picture of Sam Okafor')).toBeHidden();
  await press(samCall, 'Turn on camera');
  await expect(question).toBeHidden();
  await expect(alexCall.getByLabel('Picture of Sam Okafor')).toBeVisible();
  await alex.expectPacketsArriving('Sam Okafor', 'Video');

  await press(alexCall, 'Devices');
  await alex.page.getByRole('menuitem', { name: 'End video for everyone' }).click();
  for (const call of [alexCall, samCall]) {
    await expect(call.getByRole('button', { name: 'Add video' })).toBeEnabled();
    await expect(call.getByLabel(/^Picture of/)).toHaveCount(0);
    await expect(call.getByLabel('Your picture')).toHaveCount(0);
  }
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');

  await press(samCall, 'Add video');
  await expect(alexCall.getByLabel('Picture of Sam Okafor')).toBeVisible();
  await press(alexCall, 'Not now');
  await expect(alexCall.getByText('Sam Okafor turned on video')).toBeHidden();
  await expect(alexCall.getByLabel('Your picture')).toHaveCount(0);
});

test('keys of the keypad are pressed and typed, and sound one after the other', async ({
  signedIn,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const [alexCall] = await talk(alex, sam);
  await press(alexCall, 'Keypad');
  const sent = alex.page.getByRole('status', { name: 'Tones sent' });
  await alex.page.getByRole('button', { name: '5', exact: true }).click();
  await expect(sent).toHaveText('5');
  await alex.page.keyboard.type('12#');
  await expect(sent).toHaveText('512#');
  await alex.page.getByRole('button', { name: 'Star' }).click();
  await expect(sent).toHaveText('512#*');
  await alex.page.keyboard.press('Escape');
  await expect(sent).toBeHidden();
});

test('the microphone is changed in the call', async ({ signedIn }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const [alexCall] = await talk(alex, sam);
  const inUse = alexCall.getByTitle(/^Microphone: /);
  const before = await inUse.getAttribute('title');
  await press(alexCall, 'Devices');
  const microphones = alex.page.getByRole('group', { name: 'Microphone' });
  await microphones.getByRole('menuitemradio').last().click();
  await expect(inUse).not.toHaveAttribute('title', before ?? '');
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');
});

test('a call is rated with one tap when it is over', async ({ signedIn, sandbox }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const [alexCall, samCall] = await talk(alex, sam);
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await press(alexCall, 'Hang up');
  await press(alexCall, '4 of 5 stars');
  await expect(alexCall.getByText('Thank you.')).toBeVisible();
  await expect(alexCall.getByRole('button', { name: '1 of 5 stars' })).toBeDisabled();
  await expect(samCall.getByText('How was the quality of the call?')).toBeVisible();

  const [feedback] = sandbox.control.callReports.filter(({ kind }) => kind === 'feedback');
  expect(feedback?.userUri).toBe('sip:alex@parley.test');
  expect(feedback?.fields.mediaQualityOfExperience).toMatch(/^rating=4;.*audioCodec=\w+;/);
  const diagnosed = sandbox.control.callReports.filter(({ kind }) => kind === 'diagnostics');
  expect(diagnosed.map(({ fields }) => fields.errorSubcode)).toContain('CallTerminated');
});
