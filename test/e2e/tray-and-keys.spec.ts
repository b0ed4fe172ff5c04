import { expect, test } from './support/fixtures.ts';
import { giveUpGlobalKeys, waitForGlobalKey } from './support/global-keys.ts';

test('with the window closed a call rings, and Answer in the tray menu connects', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const tray = await desktop.tray.waitForItem(sam.pid);
  const idleIcon = await tray.icon();

  await sam.closeMainWindow();
  const hint = await desktop.notifications.waitFor(
    ({ summary }) => summary === 'Parley is still running',
  );
  expect(hint.body).toContain('tray');
  expect(await sam.isMainWindowShown()).toBe(false);

  await alex.dial('Sam Okafor');
  await tray.waitUntil('shows the caller', async (item) =>
    (await item.tooltip()).includes('Alex Rivera is calling'),
  );
  expect(await tray.icon()).not.toBe(idleIcon);
  await tray.choose('Answer Alex Rivera');

  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeVisible();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await tray.choose('Hang up Alex Rivera');
  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeHidden();
});

test('closing the window says once that Parley stays in the tray', async ({
  signedIn,
  desktop,
}) => {
  const sam = await signedIn('sam');
  const tray = await desktop.tray.waitForItem(sam.pid);
  await sam.closeMainWindow();
  await desktop.notifications.waitFor(({ summary }) => summary === 'Parley is still running');
  await tray.choose('Open Parley');
  await expect.poll(() => sam.isMainWindowShown()).toBe(true);
  desktop.notifications.forget();
  await sam.closeMainWindow();
  await expect.poll(() => sam.isMainWindowShown()).toBe(false);
  expect(desktop.notifications.shown).toEqual([]);
});

test('the tray sets the presence that others see', async ({ signedIn, desktop }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const tray = await desktop.tray.waitForItem(sam.pid);
  await tray.choose('Presence', 'Do not disturb');
  await expect(alex.page.getByRole('list', { name: 'People' })).toContainText('Do not disturb');
  await tray.waitUntil('says do not disturb', async (item) =>
    (await item.tooltip()).includes('Do not disturb'),
  );
});

test('Quit in the tray menu ends Parley', async ({ signedIn, desktop, sandbox }) => {
  const sam = await signedIn('sam');
  const tray = await desktop.tray.waitForItem(sam.pid);
  const closed = sam.electronApp.waitForEvent('close');
  await tray.choose('Quit Parley');
  await closed;
  expect(sandbox.control.applicationsOf('sam@parley.test')).toHaveLength(0);
});

test('a call by keys alone while another program has the focus: answer, mute, hold, hang up', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await giveUpGlobalKeys(alex);
  await sam.closeMainWindow();
  const other = await desktop.screen.openOtherProgram();
  try {
    await alex.dial('Sam Okafor');
    await desktop.notifications.waitFor(({ summary }) => summary === 'Alex Rivera is calling');
    expect(await desktop.keys.focusedWindow()).toBe(other.title);
    await waitForGlobalKey(sam, 'CommandOrControl+Shift+A');
    await desktop.keys.press('ctrl+shift+a');
    await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeVisible();
    const call = sam.callWith('Alex Rivera');
    await waitForGlobalKey(sam, 'CommandOrControl+Shift+H');
    await desktop.keys.press('ctrl+shift+m');
    await expect(call.getByText('Your microphone is off')).toBeVisible();
    await desktop.keys.press('ctrl+shift+l');
    await expect(call.getByText('On hold by you')).toBeVisible();
    expect(await desktop.keys.focusedWindow()).toBe(other.title);
    await desktop.keys.press('ctrl+shift+y');
    await expect.poll(() => desktop.keys.focusedWindow()).toBe('Parley – Sam Okafor');
    await expect(call.getByRole('button', { name: 'Resume' })).toBeEnabled();
    await desktop.keys.press('ctrl+shift+h');
    await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeHidden();
    expect(other.keys).not.toEqual(expect.arrayContaining([expect.stringMatching(/^[amlyh]$/i)]));
  } finally {
    await other.close();
  }
});

test('the decline key declines, and is free for other programs when nothing rings', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const other = await desktop.screen.openOtherProgram();
  try {
    await alex.dial('Sam Okafor');
    const toast = await desktop.notifications.waitFor(
      ({ summary }) => summary === 'Alex Rivera is calling',
    );
    await waitForGlobalKey(sam, 'CommandOrControl+Shift+X');
    await desktop.keys.press('ctrl+shift+x');
    await desktop.notifications.waitForClosed(toast.id);
    const recents = await alex.openRecents();
    await expect(recents.first()).toContainText('Sam Okafor declined');
    await desktop.keys.press('ctrl+shift+x');
    await expect.poll(() => other.keys).toContain('X');
  } finally {
    await other.close();
  }
});
