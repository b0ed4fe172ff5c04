import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';

test('what came while the session was lost is listed, can be called back and dismissed', async ({
  signedIn,
  sandbox,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  sandbox.control.setCutOff('sam@parley.test', true);
  await expect(sam.page.getByText('Connection lost')).toBeVisible();
  sandbox.control.expireApplications('sam@parley.test');
  await alex.dial('Sam Okafor');
  await expect((await alex.openRecents()).first()).toContainText('Sam Okafor');

  sandbox.control.setCutOff('sam@parley.test', false);
  const panel = sam.page.getByRole('region', { name: 'While you were away' });
  await expect(panel).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('listitem')).toContainText('Missed call: Alex Rivera');
  await expect(sam.page.getByText('While you were away: one thing came.')).toBeAttached();
  await sam.page.screenshot({ path: test.info().outputPath('away.png') });
  await expectAccessible(sam.page);

  await sam.page.getByRole('button', { name: /Your presence/ }).click();
  await sam.page.getByRole('menuitem', { name: 'Connection' }).click();
  const dialog = sam.page.getByRole('dialog', { name: 'Connection' });
  await expect(dialog).toContainText('Connected; calls reach you');
  await expect(dialog).toContainText('Once since the sign-in');
  await sam.page.screenshot({ path: test.info().outputPath('connection.png') });
  await sam.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await panel.getByRole('button', { name: 'Call Alex Rivera back' }).focus();
  await sam.page.keyboard.press('Enter');
  await expect(alex.page.getByRole('alertdialog')).toBeVisible();
  await panel.getByRole('button', { name: /^Dismiss/ }).focus();
  await sam.page.keyboard.press('Space');
  await expect(panel).toBeHidden();
});
