import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { checkScreen, expectNoOverflow } from './support/screen-check.ts';

/** What crosses the bus for a cell: urgency, how long it is shown, the tone. */
const cells = [
  ['Normal: Call', 1, 25_000, true],
  ['Urgent: Call', 2, 60_000, true],
  ['Emergency: Call', 2, 0, true],
  ['Normal: Message', 1, 10_000, false],
  ['Normal: Voicemail', 0, 25_000, false],
] as const;

test('each cell of the matrix alerts as the settings say, and can be tried and changed there', async ({
  signedIn,
  desktop,
}, testInfo) => {
  test.setTimeout(120_000);
  const alex = await signedIn('alex');
  await alex.page.getByRole('button', { name: 'Settings' }).click();
  const matrix = alex.page.getByRole('table', { name: 'How things alert' });
  const ring = await alex.ringWindow();
  for (const [name, urgency, timeoutMs, hasWindow] of cells) {
    await matrix.getByRole('button', { name: `Try it: ${name}`, exact: true }).click();
    const shown = await desktop.notifications.waitFor(({ summary }) => summary === name);
    expect([shown.hints.urgency, shown.expireTimeoutMs]).toEqual([urgency, timeoutMs]);
    // Parley sounds its own tones.
    expect(shown.hints['suppress-sound']).toBe(true);
    if (hasWindow) {
      await expect(ring.getByRole('alertdialog')).toBeVisible();
      await expectNoOverflow(ring);
      if (name.startsWith('Emergency')) await expectAccessible(ring);
      await ring.screenshot({ path: testInfo.outputPath(`${name.replace(': ', '-')}.png`) });
      await ring.getByRole('button', { name: 'Stop' }).click();
      await desktop.notifications.waitForClosed(shown.id);
    }
  }
  await matrix.getByRole('button', { name: 'Change: Normal: Call', exact: true }).click();
  await alex.page.getByRole('combobox', { name: 'Notification' }).selectOption('forever');
  await checkScreen(alex, 'alert-matrix', (name) => testInfo.outputPath(name));
  await matrix.getByRole('button', { name: 'Try it: Normal: Call', exact: true }).click();
  await desktop.notifications.waitFor(
    ({ summary, expireTimeoutMs }) => summary === 'Normal: Call' && expireTimeoutMs === 0,
  );
});

test('an Emergency that nobody acknowledges is told to the person whom the user chose', async ({
  signedIn,
  desktop,
}) => {
  test.setTimeout(150_000);
  const [alex, sam, kim] = await Promise.all([signedIn('alex'), signedIn('sam'), signedIn('kim')]);
  const { page } = alex;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('spinbutton', { name: /Ring louder/ }).fill('5');
  await page.getByRole('textbox', { name: 'Then tell' }).fill('kim@parley.test');
  await page.getByRole('button', { name: 'Close settings' }).click();
  await sam.page.getByRole('button', { name: 'Call options' }).click();
  await sam.page.getByRole('radio', { name: 'Emergency' }).check();
  await sam.page.getByRole('button', { name: 'Done' }).click();
  await sam.dial('Alex Rivera');
  const shown = await desktop.notifications.waitFor(
    ({ summary }) => summary === 'Emergency: Sam Okafor is calling',
  );
  expect([shown.hints.urgency, shown.expireTimeoutMs]).toEqual([2, 0]);
  expect(shown.actions.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['answer', 'decline', 'default']),
  );
  await expect(kim.page.getByRole('alertdialog')).toContainText('Alex Rivera', { timeout: 30_000 });
});
