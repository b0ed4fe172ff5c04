import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/**
 * Ends the renderer process of a window, and waits until its page is there again.
 * @returns what the window shows now: Playwright cannot look into a page that has once crashed
 */
async function crash(app: ParleyApp, page: Page): Promise<() => Promise<string>> {
  const window = await app.electronApp.browserWindow(page);
  await window.evaluate(
    ({ webContents }) =>
      new Promise<void>((resolve) => {
        webContents.once('did-finish-load', () => resolve());
        webContents.forcefullyCrashRenderer();
      }),
  );
  return () =>
    window.evaluate(async ({ webContents }) =>
      String(await webContents.executeJavaScript('document.body.innerText')),
    );
}

test('the page of the main window crashes in a call: the call ends in plain words, the next one connects', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  await desktop.notifications.waitFor(({ summary }) => summary.includes('Alex Rivera'));
  await desktop.popups.press('Answer');
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');

  const shown = await crash(sam, sam.page);
  await expect.poll(shown).toContain('Sound and picture were lost');
  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeHidden();

  desktop.notifications.forget();
  await alex.dial('Sam Okafor');
  await desktop.notifications.waitFor(({ summary }) => summary.includes('Alex Rivera'));
  await desktop.popups.press('Answer');
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
});

test('every page crashes while a call rings: it goes on ringing and can be answered', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  const ring = await sam.ringWindow();
  await expect(ring.getByRole('alertdialog')).toBeVisible();
  for (const page of [sam.page, ring]) {
    const shown = await crash(sam, page);
    await expect.poll(shown).toContain('Alex Rivera');
  }
  await desktop.popups.press('Answer');
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
});

test('the page of the caller crashes while it rings over there: the call is taken back', async ({
  signedIn,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  await expect(alex.callWith('Sam Okafor').getByText('Ringing…')).toBeVisible();
  await expect(sam.page.getByRole('alertdialog')).toBeVisible();
  const shown = await crash(alex, alex.page);
  await expect(sam.page.getByRole('alertdialog')).toBeHidden();
  await expect.poll(shown).toContain('Sound and picture were lost');
});
