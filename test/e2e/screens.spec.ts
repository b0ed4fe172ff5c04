import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import { checkScreen, expectNoOverflow } from './support/screen-check.ts';

/** What a screen reader says of the buttons in a part of the page, in their order. */
async function namesOf(part: Locator): Promise<readonly string[]> {
  const snapshot = await part.ariaSnapshot();
  return [...snapshot.matchAll(/button "([^"]*)"/g)].map(([, name = '']) => name);
}

test('every screen fits at 400 × 600 and 1280 × 800, light and dark, and axe has no complaint', async ({
  launch,
  signedIn,
  sandbox,
}, testInfo) => {
  test.setTimeout(180_000);
  const path = (name: string): string => testInfo.outputPath(name);
  const signedOut = await launch();
  await signedOut.page.getByRole('button', { name: 'Advanced' }).click();
  await checkScreen(signedOut, 'sign-in', path);

  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await checkScreen(alex, 'main', path);
  await alex.page.getByRole('button', { name: 'Settings' }).click();
  await checkScreen(alex, 'settings', path);
  await alex.page.getByRole('button', { name: 'Close settings' }).click();

  await alex.dial('Sam Okafor', 'audioVideo');
  await expect(sam.page.getByRole('alertdialog')).toBeVisible();
  await checkScreen(sam, 'ringing', path);
  await checkScreen(alex, 'calling', path);
  const ring = await sam.ringWindow();
  await expectNoOverflow(ring);
  await expectAccessible(ring);
  await ring.screenshot({ path: path('ring-window.png') });

  await sam.answer();
  await alex.expectPacketsArriving('Sam Okafor', 'Video');
  await checkScreen(alex, 'in-call', path);
  const call = alex.callWith('Sam Okafor');
  const controls = call.getByRole('toolbar', { name: 'Call controls' });
  expect(await namesOf(controls)).toEqual([
    ...['Mute', 'Camera off', 'Hold', 'Keypad', 'Continue on my phone', 'Devices'],
    ...['Hide details', 'Hang up'],
  ]);
  await call.getByRole('button', { name: 'Hide details' }).click();
  await call.getByRole('button', { name: 'Keypad' }).click();
  await checkScreen(alex, 'keypad', path);
  await alex.page.keyboard.press('Escape');
  await call.getByRole('button', { name: 'Devices' }).click();
  await checkScreen(alex, 'devices', path);
  await alex.page.keyboard.press('Escape');
  await call.getByRole('button', { name: 'Hang up' }).click();
  await expect(call.getByRole('button', { name: '5 of 5 stars' })).toBeVisible();
  await checkScreen(alex, 'rating', path);
  await alex.openRecents();
  await checkScreen(alex, 'ended', path);
  await alex.page.getByRole('tab', { name: 'People' }).click();
  await alex.page.getByRole('button', { name: /^Kim Lindqvist/ }).click();
  await expect(alex.page.getByRole('button', { name: 'Call (425) 555-0103' })).toBeVisible();
  await checkScreen(alex, 'person-card', path);
  for (const app of [alex, sam, signedOut]) expect(app.consoleErrors).toEqual([]);
  expect(sandbox.control.requests.length).toBeGreaterThan(0);
});

test.describe('the sign-in page', () => {
  test.use({ sandboxOptions: { grants: ['password', 'windows', 'passive', 'oauth'] } });

  test('fits with every way to sign in, its questions and its waiting', async ({
    launch,
    sandbox,
  }, testInfo) => {
    test.setTimeout(120_000);
    const path = (name: string): string => testInfo.outputPath(name);
    const app = await launch();
    const { page } = app;
    const method = page.getByRole('combobox', { name: 'How to sign in' });
    await app.fillSignIn(demoUser('alex'), sandbox.discoveryUrl);
    await page.getByRole('textbox', { name: 'Discovery URL' }).blur();
    await expect(page.getByText(/^This is what .* offers\.$/)).toBeVisible();
    for (const name of ['windows', 'hosted', 'passive']) {
      await method.selectOption(name);
      await checkScreen(app, `sign-in-${name}`, path);
    }
    const opening = app.electronApp.waitForEvent('window');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const company = await opening;
    await checkScreen(app, 'sign-in-waiting', path);
    const window = await app.electronApp.browserWindow(company);
    await window.evaluate((each) => each.close());
    await expect(page.getByRole('alert')).toBeVisible();
    await checkScreen(app, 'sign-in-closed', path);
    sandbox.control.setGrants(['windows']);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('does not take this way to sign in');
    await expect(method).toHaveValue('windows');
    await checkScreen(app, 'sign-in-other-way', path);
    expect(app.consoleErrors).toEqual([]);
  });
});
