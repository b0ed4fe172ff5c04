import { expect, test } from './support/fixtures.ts';
import { giveUpGlobalKeys, waitForGlobalKey } from './support/global-keys.ts';
import { checkScreen } from './support/screen-check.ts';

test('with the window closed the tray does for calls what the window does', async ({
  signedIn,
  desktop,
}, testInfo) => {
  test.setTimeout(90_000);
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const tray = await desktop.tray.waitForItem(sam.pid);
  const says = (words: string): Promise<void> =>
    tray.waitUntil(`says: ${words}`, async (item) => (await item.tooltip()).includes(words));
  const idleIcon = await tray.icon();
  const call = alex.callWith('Sam Okafor');

  await sam.closeMainWindow();
  const hint = await desktop.notifications.waitFor(
    ({ summary }) => summary === 'Parley is still running',
  );
  expect(hint.body).toContain('tray');
  expect(await sam.isMainWindowShown()).toBe(false);

  await alex.dial('Sam Okafor');
  await says('Alex Rivera is calling');
  expect(await tray.icon()).not.toBe(idleIcon);
  await tray.choose('Answer Alex Rivera');
  await expect(call.getByRole('timer')).toBeVisible();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await tray.choose('Hold');
  await expect(call).toContainText('Sam Okafor put you on hold');
  await tray.choose('Resume');
  await expect(call).not.toContainText('put you on hold');
  await tray.choose('Mute');
  await tray.waitForEntry(['Unmute']);
  await tray.choose('Hang up Alex Rivera');
  await expect(call.getByRole('timer')).toBeHidden();

  await tray.choose('Presence', 'Busy');
  await expect(alex.page.getByRole('list', { name: 'People' })).toContainText('Busy');
  await says('Busy');
  await tray.choose('Pause alerts for an hour');
  await says('Alerts are paused');
  await tray.choose('Resume alerts');

  // What was missed is at the icon until somebody has looked at it.
  await sam.closeMainWindow();
  await alex.dial('Sam Okafor');
  await says('Alex Rivera is calling');
  await call.getByRole('button', { name: 'Cancel' }).click();
  await says('One missed');
  const missedIcon = await tray.icon();
  await tray.choose('Missed call from Alex Rivera');
  await expect(sam.page.getByRole('tab', { name: 'Recent' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await tray.waitUntil(
    'does not say missed',
    async (item) => !(await item.tooltip()).includes('missed'),
  );
  expect(await tray.icon()).not.toBe(missedIcon);

  await tray.choose('Meet now');
  await expect(sam.page.getByRole('region', { name: /Meeting/ })).toBeVisible();
  await tray.choose('Settings');
  await expect(sam.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await tray.choose('Note…');
  const note = sam.page.getByRole('dialog', { name: 'Your note' });
  await note.getByRole('textbox', { name: 'Note' }).fill('Back at three');
  await checkScreen(sam, 'note', (name) => testInfo.outputPath(name));
  await note.getByRole('button', { name: 'Show it' }).click();
  await tray.choose('Clear the note');
  await expect
    .poll(async () => (await tray.menu()).map(({ label }) => label))
    .not.toContain('Clear the note');
  await tray.choose('Call again', 'Alex Rivera');
  await expect(alex.page.getByRole('alertdialog')).toContainText('Sam Okafor');
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
    await desktop.keys.press('XF86AudioPlay');
    await expect(call.getByText('Your microphone is off')).toBeHidden();
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
