import type { DesktopSession } from '../desktop/session.ts';
import { expectAccessible } from './support/accessibility.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import { tabTo } from './support/keyboard.ts';
import { expectRoster, patience, showPeople } from './support/meeting-steps.ts';
import type { ParleyApp } from './support/parley-app.ts';
import { checkScreen } from './support/screen-check.ts';

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

  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keyboard.press('Shift+?');
  await expect(keys).toContainText('Mute or unmuteCtrl+M');
  await expectAccessible(page);
  await keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await keyboard.press('Control+2');
  await expect(page.getByRole('tab', { name: 'Chats', selected: true })).toBeVisible();
  await keyboard.press('Control+F');
  await expect(page.getByRole('searchbox', { name: 'Search people' })).toBeFocused();
  await keyboard.type('?');
  await expect(page.getByRole('searchbox', { name: 'Search people' })).toHaveValue('?');
  await expect(keys).toBeHidden();
});

test.describe('calls and meetings', () => {
  test.use({ sandboxOptions: { askedWaitInLobby: true } });

  test('by keyboard alone: find a person, call, answer, mute, hold; meet, add two, admit, leave', async ({
    signedIn,
    desktop,
  }, testInfo) => {
    test.setTimeout(240_000);
    const path = (name: string): string => testInfo.outputPath(name);
    const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
    await callByKeyboard(alex, sam, desktop);
    await meetByKeyboard(alex, { sam, kim: await signedIn('kim') }, path);
  });
});

async function callByKeyboard(
  alex: ParleyApp,
  sam: ParleyApp,
  desktop: DesktopSession,
): Promise<void> {
  // What is on the screen already is rung in; the ring window takes the keyboard where nothing is.
  await sam.closeMainWindow();
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
  await keyboard.type('oka');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /^Sam Okafor/, selected: true })).toBeVisible();
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
  await keyboard.press('Control+M');
  await expect(call.getByText('Your microphone is off')).toBeHidden();
  await keyboard.press('Control+Shift+P');
  const adding = page.getByRole('dialog', { name: 'Add people' });
  await expect(adding).toBeVisible();
  // Nothing behind a dialog is pressed.
  await keyboard.press('Tab');
  await keyboard.press('Control+Shift+E');
  await keyboard.press('Escape');
  await expect(adding).toBeHidden();
  await expect(call.getByRole('timer')).toBeVisible();
  await tabTo(page, call.getByRole('button', { name: 'Hang up' }));
  await keyboard.press('Space');
  await expect(call.getByRole('timer')).toBeHidden();
  await expect((await sam.openRecents()).first()).toContainText('Incoming, answered');
}

async function meetByKeyboard(
  alex: ParleyApp,
  others: Readonly<Record<'sam' | 'kim', ParleyApp>>,
  path: (name: string) => string,
): Promise<void> {
  const { page } = alex;
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: 'Meet now' }).first());
  await keyboard.press('Enter');
  const meeting = page.getByRole('region', { name: /^Conversation with/ });
  await expect(meeting.getByText(/^Meeting · /).first()).toBeVisible();
  await showPeople(alex);
  await checkScreen(alex, 'meet-now', path);
  await tabTo(page, meeting.getByRole('button', { name: 'Add people' }));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add people' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await keyboard.type('nobody at all');
  await keyboard.press('Enter');
  await expect(dialog).toContainText('No contact is called “nobody at all”.');
  await keyboard.press('Control+A');
  await keyboard.type('kim l');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(dialog.getByText('Kim Lindqvist')).toBeVisible();
  await keyboard.type('sam@parley.test');
  await checkScreen(alex, 'add-people', path);
  await dialog.getByRole('combobox').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  for (const [name, other] of Object.entries(others)) {
    const invitation = other.page.getByRole('region', { name: 'Invitations' });
    await expect(invitation).toContainText('Alex Rivera invites you to a meeting');
    if (name === 'kim') await checkScreen(other, 'meeting-invitation', path);
    await tabTo(other.page, invitation.getByRole('button', { name: 'Join with sound' }));
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByText('Someone will let you in')).toBeVisible(patience);
  }
  await tabTo(page, page.getByRole('button', { name: 'Admit Sam Okafor' }));
  await keyboard.press('Enter');
  await expectRoster(alex, ['sam']);
  await tabTo(page, page.getByRole('button', { name: 'Admit Kim Lindqvist' }));
  await keyboard.press('Enter');
  await expectRoster(alex, ['kim', 'sam']);
  await expectRoster(others.sam, ['alex', 'kim']);
  await tabTo(page, meeting.getByRole('button', { name: 'More', exact: true }));
  await keyboard.press('Enter');
  await keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Leave the meeting' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(meeting.getByText('You left').first()).toBeVisible();
  await expectRoster(others.sam, ['kim']);
  await expectRoster(others.kim, ['sam']);
}

test('a key that was meant for another program neither answers nor declines', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  // What is on the screen already is rung in; the ring window takes the keyboard where nothing is.
  await sam.closeMainWindow();
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
