import { demoUser, expect, test } from './support/fixtures.ts';
import { tabTo } from './support/keyboard.ts';

test('sign-in and settings by keyboard alone', async ({ launch, sandbox }) => {
  const alex = await launch();
  const { page } = alex;
  const { keyboard } = page;
  const { password } = demoUser('alex');
  await tabTo(page, page.getByRole('textbox', { name: 'Sign-in address' }));
  await keyboard.type('alex@parley.test');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await keyboard.type(password);
  await tabTo(page, page.getByRole('button', { name: 'Advanced' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Discovery URL' }));
  await keyboard.type(sandbox.discoveryUrl);
  await keyboard.press('Enter');
  await alex.expectSignedIn();

  const settings = page.getByRole('button', { name: 'Settings' });
  await tabTo(page, settings);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('switch', { name: 'Play ring tones' }));
  await keyboard.press('Space');
  await expect(dialog.getByRole('switch', { name: 'Play ring tones' })).not.toBeChecked();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(settings).toBeFocused();

  const presence = page.getByRole('button', { name: 'Your presence' });
  await tabTo(page, presence);
  await keyboard.press('Enter');
  await keyboard.press('End');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'About Parley' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(presence).toBeFocused();
});

test('a call by keyboard alone: dial, answer, mute, hold, hang up', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const { page } = alex;
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: 'Call options' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: 'Normal' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Emergency' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Done' }));
  await keyboard.press('Enter');
  await tabTo(page, alex.dialBox());
  await keyboard.type('Sam Okafor');
  await keyboard.press('Enter');

  // An emergency takes the keyboard: these are real keys, for whatever window has the focus.
  const ring = await sam.ringWindow();
  await expect(ring.getByRole('button', { name: 'Answer', exact: true })).toBeFocused();
  await expect.poll(() => desktop.keys.focusedWindow()).toBe('Alex Rivera is calling');
  const call = alex.callWith('Sam Okafor');
  // Parley takes no key for an answer that was pressed just when the window took the keyboard.
  await expect(async () => {
    await desktop.keys.press('Return');
    await expect(call.getByRole('timer')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await tabTo(page, call.getByRole('button', { name: 'Mute' }));
  await keyboard.press('Space');
  await expect(call.getByText('Your microphone is off')).toBeVisible();
  await tabTo(page, call.getByRole('button', { name: 'Hold' }));
  await keyboard.press('Space');
  await expect(call.getByText('On hold by you')).toBeVisible();
  await tabTo(page, call.getByRole('button', { name: 'Resume' }));
  await keyboard.press('Space');
  await expect(call.getByText('On hold by you')).toBeHidden();
  await tabTo(page, call.getByRole('button', { name: 'Hang up' }));
  await keyboard.press('Space');
  await expect(call.getByRole('timer')).toBeHidden();
  await expect((await sam.openRecents()).first()).toContainText('Incoming, answered');
});

test('a key that was meant for another program neither answers nor declines', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const ring = await sam.ringWindow();
  const ringWindow = await sam.electronApp.browserWindow(ring);
  // What the user goes on typing, in the very turn in which the window takes the keyboard.
  const typed = ringWindow.evaluate(
    (window) =>
      new Promise<void>((resolve) => {
        window.once('focus', () => {
          for (const keyCode of ['Return', 'Space', 'Escape']) {
            window.webContents.sendInputEvent({ type: 'keyDown', keyCode });
            if (keyCode === 'Return') window.webContents.sendInputEvent({ type: 'char', keyCode });
            window.webContents.sendInputEvent({ type: 'keyUp', keyCode });
          }
          resolve();
        });
      }),
  );
  const seen = ring.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('keyup', ({ key }) => key === 'Escape' && resolve());
      }),
  );
  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await alex.page.getByRole('radio', { name: 'Emergency' }).check();
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  await typed;
  await seen;
  const call = alex.callWith('Sam Okafor');
  await expect(ring.getByRole('alertdialog')).toBeVisible();
  await expect(call.getByText('Ringing…')).toBeVisible();
  await expect(ring.getByRole('button', { name: 'Answer', exact: true })).toBeFocused();

  await expect(async () => {
    await desktop.keys.press('Return');
    await expect(call.getByRole('timer')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
});
