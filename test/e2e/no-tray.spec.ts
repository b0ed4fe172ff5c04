import { expect, test } from './support/fixtures.ts';

test.use({ desktopOptions: { panel: false } });

test('without a tray, closing the window says what happens instead', async ({ signedIn }) => {
  const sam = await signedIn('sam');
  await sam.closeMainWindow();
  const dialog = sam.page.getByRole('alertdialog', { name: 'Close Parley?' });
  await expect(dialog).toContainText('This desktop has no tray');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(await sam.isMainWindowShown()).toBe(true);

  await sam.closeMainWindow();
  await dialog.getByRole('button', { name: 'Minimise' }).click();
  const window = await sam.electronApp.browserWindow(sam.page);
  await expect.poll(() => window.evaluate((main) => main.isMinimized())).toBe(true);
});

test('without a tray, Quit in the close dialog ends Parley', async ({ signedIn }) => {
  const sam = await signedIn('sam');
  await sam.closeMainWindow();
  const closed = sam.electronApp.waitForEvent('close');
  await sam.page.getByRole('button', { name: 'Quit' }).click();
  await closed;
});
