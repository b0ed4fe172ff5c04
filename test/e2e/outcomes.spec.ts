import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** The newest line of the history says this. */
async function expectNewestRecent(app: ParleyApp, person: string, outcome: string): Promise<void> {
  const recents = await app.openRecents();
  await expect(recents.first()).toContainText(person);
  await expect(recents.first()).toContainText(outcome);
}

test('a click on Decline of the notification declines', async ({ signedIn, desktop }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  const toast = await desktop.notifications.waitFor(({ summary }) =>
    summary.includes('Alex Rivera'),
  );
  await desktop.popups.press('Decline');
  await desktop.notifications.waitForClosed(toast.id);
  await expectNewestRecent(alex, 'Sam Okafor', 'Sam Okafor declined');
  await expectNewestRecent(sam, 'Alex Rivera', 'You declined');
});

test('declined on all devices: every device of Sam stops ringing', async ({ signedIn }) => {
  const [alex, desk, laptop] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('sam'),
  ]);
  await alex.dial('Sam Okafor');
  const deskRing = desk.page.getByRole('alertdialog');
  const laptopRing = laptop.page.getByRole('alertdialog');
  await expect(deskRing).toBeVisible();
  await expect(laptopRing).toBeVisible();
  await deskRing.getByRole('button', { name: 'More ways to decline' }).click();
  await desk.page.getByRole('menuitem', { name: 'Decline on all my devices' }).click();
  await expect(laptopRing).toBeHidden();
  await expectNewestRecent(alex, 'Sam Okafor', 'Sam Okafor declined');
  await expectNewestRecent(desk, 'Alex Rivera', 'You declined');
});

test('declining on one device leaves the other ringing', async ({ signedIn }) => {
  const [alex, desk, laptop] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('sam'),
  ]);
  await alex.dial('Sam Okafor');
  const laptopRing = laptop.page.getByRole('alertdialog');
  await expect(laptopRing).toBeVisible();
  await desk.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Decline', exact: true })
    .click();
  await expectNewestRecent(desk, 'Alex Rivera', 'You declined');
  await expect(laptopRing).toBeVisible();
  await laptopRing.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(alex.callWith('Sam Okafor').getByRole('timer')).toBeVisible();
});

test('answered on another device: the first stops ringing and shows no missed call', async ({
  signedIn,
  desktop,
}) => {
  const [alex, desk, laptop] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('sam'),
  ]);
  await alex.dial('Sam Okafor');
  await expect(desk.page.getByRole('alertdialog')).toBeVisible();
  await laptop.answer();
  await expect(laptop.callWith('Alex Rivera').getByRole('timer')).toBeVisible();
  await expect(desk.page.getByRole('alertdialog')).toBeHidden();
  await expectNewestRecent(desk, 'Alex Rivera', 'Answered on another device');
  expect(desktop.notifications.shown.map(({ summary }) => summary)).not.toContain('Missed call');
});

test('cancelled while ringing: it stops ringing at once and is a missed call', async ({
  signedIn,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  const toast = await desktop.notifications.waitFor(({ summary }) =>
    summary.includes('Alex Rivera'),
  );
  await alex.callWith('Sam Okafor').getByRole('button', { name: 'Cancel call' }).click();
  await desktop.notifications.waitForClosed(toast.id);
  await expect(sam.page.getByRole('alertdialog')).toBeHidden();
  const missed = await desktop.notifications.waitFor(({ summary }) => summary === 'Missed call');
  expect(missed.body).toContain('Alex Rivera');
  await expectNewestRecent(alex, 'Sam Okafor', 'You cancelled');
  await expectNewestRecent(sam, 'Alex Rivera', 'Missed call');
});

test.describe('a server that lets calls ring for two seconds', () => {
  test.use({ sandboxOptions: { invitationTimeoutMs: 2000 } });

  test('not answered: missed here, no answer there', async ({ signedIn, desktop }) => {
    const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
    await alex.dial('Sam Okafor');
    await expect(sam.page.getByRole('alertdialog')).toBeVisible();
    await expect(sam.page.getByRole('alertdialog')).toBeHidden();
    await desktop.notifications.waitFor(({ summary }) => summary === 'Missed call');
    await expectNewestRecent(alex, 'Sam Okafor', 'No answer');
    await expectNewestRecent(sam, 'Alex Rivera', 'Missed call');
  });
});

test('busy: Dana turns further calls away', async ({ signedIn }) => {
  const [alex, sam, dana] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('dana'),
  ]);
  await sam.dial('Dana Whitfield');
  await dana.answer();
  await expect(sam.callWith('Dana Whitfield').getByRole('timer')).toBeVisible();
  await alex.dial('Dana Whitfield');
  await expectNewestRecent(alex, 'Dana Whitfield', 'Dana Whitfield is busy');
  await expect(dana.callWith('Sam Okafor').getByRole('timer')).toBeVisible();
});

test('the callee is signed out', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  await alex.dial('Sam Okafor');
  await expectNewestRecent(alex, 'Sam Okafor', 'Sam Okafor is not signed in anywhere');
});

test('an address that does not exist', async ({ signedIn }) => {
  const alex = await signedIn('alex');
  await alex.dial('nobody@parley.test');
  await expectNewestRecent(alex, 'nobody@parley.test', 'This address or number does not exist');
});
