import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

// The second and the third of Chromium's made-up cameras give formats that are not for people.
const fourCameras = '--use-fake-device-for-media-stream=device-count=4';
const lastCamera = 4;

async function openSettings({ page }: ParleyApp): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
}

async function closeSettings({ page }: ParleyApp): Promise<void> {
  await page.getByRole('button', { name: 'Close settings' }).click();
}

/** Chooses a device by the place in the list, 0 for the system's default; returns its name. */
async function choose({ page }: ParleyApp, kind: string, place: number): Promise<string> {
  const select = page.getByRole('combobox', { name: kind });
  await expect(select.getByRole('option').nth(place)).toBeAttached();
  await select.selectOption({ index: place });
  return (await select.getByRole('option').nth(place).textContent()) ?? '';
}

/** The camera that the own picture comes from. */
const cameraInUse = (app: ParleyApp): Promise<string | undefined> =>
  app.page.getByLabel('Your picture').evaluate((video) => {
    const source = video instanceof HTMLVideoElement ? video.srcObject : null;
    return source instanceof MediaStream ? source.getVideoTracks()[0]?.label : undefined;
  });

test('another camera and microphone are used for the next call, and at once in a running one', async ({
  launch,
  signedIn,
  sandbox,
}) => {
  const [alex, sam] = await Promise.all([launch({ args: [fourCameras] }), signedIn('sam')]);
  await alex.signIn(demoUser('alex'), sandbox.discoveryUrl);
  await openSettings(alex);
  const camera = await choose(alex, 'Camera', lastCamera);
  const microphone = await choose(alex, 'Microphone', 2);
  await closeSettings(alex);

  await alex.dial('Sam Okafor', 'audioVideo');
  const ring = await sam.ringWindow();
  await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  await sam.expectPacketsArriving('Alex Rivera', 'Video');
  const call = alex.callWith('Sam Okafor');
  expect(await cameraInUse(alex)).toBe(camera);
  await expect(call.getByTitle(`Microphone: ${microphone}`, { exact: true })).toBeVisible();

  await openSettings(alex);
  const otherCamera = await choose(alex, 'Camera', 1);
  const otherMicrophone = await choose(alex, 'Microphone', 1);
  await closeSettings(alex);
  expect(otherCamera).not.toBe(camera);
  expect(otherMicrophone).not.toBe(microphone);
  await expect.poll(() => cameraInUse(alex)).toBe(otherCamera);
  await expect(call.getByTitle(`Microphone: ${otherMicrophone}`, { exact: true })).toBeVisible();
  await sam.expectPacketsArriving('Alex Rivera', 'Video');
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');
});

/** Lightness of what is behind everything, 0 black to 255 white. */
const backgroundLightness = (page: Page): Promise<number> =>
  page
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((element) => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(element).backgroundColor.match(/\d+/g) ?? []
      ).map(Number);
      return (red + green + blue) / 3;
    });

test('dark colours hold at once, in every window', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  const ring = await alex.ringWindow();
  await openSettings(alex);
  for (const [name, isDark] of [
    ['Dark', true],
    ['Light', false],
    ['Dark', true],
  ] as const) {
    await alex.page.getByRole('radio', { name }).check();
    for (const page of [alex.page, ring]) {
      await expect.poll(async () => (await backgroundLightness(page)) < 128).toBe(isDark);
    }
  }
});

test('a changed shortcut works in every program at once, and the old one no more', async ({
  signedIn,
  desktop,
}) => {
  const alex = await signedIn('alex');
  await openSettings(alex);
  await alex.page
    .getByRole('button', { name: 'Change the shortcut for “Open quick dial”' })
    .click();
  await alex.page.keyboard.press('Control+Alt+KeyP');
  await expect(alex.page.getByRole('button', { name: 'now Ctrl+Alt+P' })).toBeVisible();
  await expect(alex.page.getByText('Press Ctrl+Alt+P now…')).toBeVisible();
  await desktop.keys.press('ctrl+alt+p');
  await expect(alex.page.getByText('Ctrl+Alt+P works.')).toBeVisible();

  const change = (action: string) =>
    alex.page.getByRole('button', { name: `Change the shortcut for “${action}”` });
  await change('Hang up').click();
  await alex.page.keyboard.press('Control+Alt+KeyT');
  await expect(alex.page.getByText('The system or most programs use these keys')).toBeVisible();
  await alex.page.keyboard.press('Control+Alt+KeyP');
  await expect(alex.page.getByText('already used for “Open quick dial”')).toBeVisible();
  await expectAccessible(alex.page);
  await alex.page.keyboard.press('Escape');
  await closeSettings(alex);
  await alex.closeMainWindow();
  const other = await desktop.screen.openOtherProgram();
  try {
    await desktop.keys.press('ctrl+shift+d');
    await expect.poll(() => other.keys).toContain('D');
    expect(await desktop.keys.focusedWindow()).toBe(other.title);
    await desktop.keys.press('ctrl+alt+p');
    await expect.poll(() => desktop.keys.focusedWindow()).toBe('Parley: quick dial');
    expect(other.keys).not.toContain('p');
  } finally {
    await other.close();
  }
});
