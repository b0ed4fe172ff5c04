import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { waitForGlobalKey } from './support/global-keys.ts';
import { expectNoOverflow } from './support/screen-check.ts';

const quickDialKey = 'ctrl+shift+d';
const quickDialTitle = 'Parley: quick dial';

test('quick dial: with every window closed a key opens it over another program, and Enter calls', async ({
  signedIn,
  desktop,
}, testInfo) => {
  // The first one has the key.
  const alex = await signedIn('alex');
  const sam = await signedIn('sam');
  await waitForGlobalKey(alex, 'CommandOrControl+Shift+D');
  await alex.closeMainWindow();
  await sam.closeMainWindow();
  const other = await desktop.screen.openOtherProgram();
  const focused = (): Promise<string | undefined> => desktop.keys.focusedWindow();
  try {
    await desktop.keys.press(quickDialKey);
    await expect.poll(focused).toBe(quickDialTitle);
    const palette = await alex.quickDial();
    const field = palette.getByRole('combobox', { name: 'Call somebody' });
    await expect(field).toBeFocused();
    await desktop.keys.press('Escape');
    await expect.poll(focused).toBe(other.title);
    await desktop.keys.press(quickDialKey);
    await expect.poll(focused).toBe(quickDialTitle);
    await desktop.keys.press(quickDialKey);
    await expect.poll(focused).toBe(other.title);

    await alex.electronApp.evaluate(({ clipboard }) => clipboard.writeText('+1 425 555 0123'));
    await desktop.keys.press(quickDialKey);
    await expect.poll(focused).toBe(quickDialTitle);
    await expect(field).toHaveValue('+1 425 555 0123');
    await expect(palette.getByText('From the clipboard')).toBeVisible();
    await palette.screenshot({ path: testInfo.outputPath('quick-dial-clipboard.png') });
    await desktop.keys.type('sam');
    await expect(field).toHaveValue('sam');
    await expect(palette.getByRole('status')).toContainText('Sam Okafor');
    await expect(palette.getByRole('status')).toContainText('Available');
    await expectNoOverflow(palette);
    for (const colorScheme of ['light', 'dark'] as const) {
      await palette.emulateMedia({ colorScheme });
      await expectAccessible(palette);
      await palette.screenshot({ path: testInfo.outputPath(`quick-dial-${colorScheme}.png`) });
    }
    await desktop.keys.press('Return');
    await expect((await sam.ringWindow()).getByRole('alertdialog')).toBeVisible();
    await expect(alex.callWith('Sam Okafor')).toBeVisible();
    expect(await alex.isMainWindowShown()).toBe(true);
    await alex.callWith('Sam Okafor').getByRole('button', { name: 'Cancel' }).click();

    await desktop.keys.press(quickDialKey);
    await expect.poll(focused).toBe(quickDialTitle);
    await desktop.keys.type('sam');
    await expect(palette.getByRole('status')).toContainText('Sam Okafor');
    await desktop.keys.press('shift+Return');
    await expect(alex.page.getByRole('textbox', { name: 'Message' })).toBeVisible();

    await alex.page.getByRole('button', { name: 'Your presence' }).click();
    await alex.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await desktop.keys.press(quickDialKey);
    await expect(palette.getByText('You are signed out')).toBeVisible();
    await expectAccessible(palette);
    await palette.screenshot({ path: testInfo.outputPath('quick-dial-signed-out.png') });
    await expect.poll(focused).toBe(quickDialTitle);
    await desktop.keys.press('Return');
    await expect(alex.page.getByRole('textbox', { name: 'Sign-in address' })).toBeVisible();
    await expect.poll(focused).not.toBe(quickDialTitle);
    expect(alex.consoleErrors).toEqual([]);
  } finally {
    await other.close();
  }
});
