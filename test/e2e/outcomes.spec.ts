import type { Locator } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

/** The meetings of this server have room for one. */
test.use({ sandboxOptions: { limits: { participants: 1 } } });

/** Sound takes its time on a busy machine. */
const patience = { timeout: 30_000 };
const samName = 'Sam Okafor';
const alexName = 'Alex Rivera';

const ringOf = ({ page }: ParleyApp): Locator => page.getByRole('alertdialog');

/** The newest line of the history says this. */
async function expectNewestRecent(app: ParleyApp, person: string, outcome: string): Promise<void> {
  const recents = await app.openRecents();
  await expect(recents.first()).toContainText(person);
  await expect(recents.first()).toContainText(outcome);
}

/** What a screen says of a call that is over; it is closed, and nothing is left. */
async function expectOver(app: ParleyApp, person: string, outcome: string): Promise<void> {
  const call = app.callWith(person);
  await expect(call.getByRole('status').first()).toHaveText(outcome);
  await call.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(call).toBeHidden();
}

/** The same of one that came to nothing, and the history has it. */
async function expectEnded(app: ParleyApp, person: string, outcome: string): Promise<void> {
  await expectOver(app, person, outcome);
  await expectNewestRecent(app, person, outcome);
}

test('each end of a call is told in its words on every device, and no screen is left behind', async ({
  signedIn,
  sandbox,
  desktop,
}) => {
  test.setTimeout(150_000);
  const [alex, desk, laptop] = await Promise.all([
    signedIn('alex'),
    signedIn('sam'),
    signedIn('sam'),
  ]);
  const sams = [desk, laptop];
  const { control } = sandbox;
  const toastOfAlex = () =>
    desktop.notifications.waitFor(({ summary }) => summary.includes(alexName));
  const rings = async (): Promise<void> => {
    await alex.dial(samName);
    for (const app of sams) await expect(ringOf(app)).toBeVisible();
  };
  const answered = async (): Promise<void> => {
    await laptop.answer();
    await expect(alex.callWith(samName).getByRole('timer')).toBeVisible(patience);
    await expect(laptop.callWith(alexName).getByRole('timer')).toBeVisible(patience);
  };
  const noRing = async (): Promise<void> => {
    for (const app of sams) await expect(ringOf(app)).toBeHidden();
  };

  await test.step('declined on one device, answered on the other', async () => {
    await rings();
    await ringOf(desk).getByRole('button', { name: 'Decline', exact: true }).click();
    await expectNewestRecent(desk, alexName, 'You declined');
    await expect(ringOf(laptop)).toBeVisible();
    await answered();
    await laptop.callWith(alexName).getByRole('button', { name: 'Hang up' }).click();
    await expectOver(alex, samName, 'Call ended');
    await expectOver(laptop, alexName, 'Call ended');
  });

  await test.step('answered on another device: the first shows no missed call', async () => {
    await rings();
    await answered();
    await expect(ringOf(desk)).toBeHidden();
    await expectNewestRecent(desk, alexName, 'Answered on another device');
    expect(desktop.notifications.shown.map(({ summary }) => summary)).not.toContain('Missed call');
    await alex.callWith(samName).getByRole('button', { name: 'Hang up' }).click();
    await expectOver(alex, samName, 'Call ended');
    await expectOver(laptop, alexName, 'Call ended');
  });

  await test.step('declined on all devices', async () => {
    await rings();
    await ringOf(desk).getByRole('button', { name: 'More ways to decline' }).click();
    await desk.page.getByRole('menuitem', { name: 'Decline on all my devices' }).click();
    await noRing();
    await expectEnded(alex, samName, `${samName} declined`);
    await expectNewestRecent(desk, alexName, 'You declined');
  });

  await laptop.quit();
  sams.pop();

  await test.step('declined in the notification', async () => {
    desktop.notifications.forget();
    await rings();
    const toast = await toastOfAlex();
    await desktop.popups.press('Decline');
    await desktop.notifications.waitForClosed(toast.id);
    await noRing();
    await expectEnded(alex, samName, `${samName} declined`);
    await expectNewestRecent(desk, alexName, 'You declined');
  });

  await test.step('cancelled while ringing', async () => {
    await rings();
    await alex.callWith(samName).getByRole('button', { name: 'Cancel call' }).click();
    await noRing();
    const missed = await desktop.notifications.waitFor(({ summary }) => summary === 'Missed call');
    expect(missed.body).toContain(alexName);
    await expectEnded(alex, samName, 'You cancelled');
    await expectNewestRecent(desk, alexName, 'Missed call');
  });

  await test.step('not answered', async () => {
    await rings();
    control.letRingOut();
    await noRing();
    await expectEnded(alex, samName, 'No answer');
    await expectNewestRecent(desk, alexName, 'Missed call');
  });

  await test.step('nobody there who could answer', async () => {
    control.setPresence('sam@parley.test', 'DoNotDisturb');
    await alex.dial(samName);
    await expectEnded(alex, samName, `${samName} does not want to be disturbed`);
    control.setPresence('sam@parley.test', 'Online');
    await alex.dial('Kim Lindqvist');
    await expectEnded(alex, 'Kim Lindqvist', 'Kim Lindqvist is not signed in anywhere');
    await alex.dial('nobody@parley.test');
    await expectEnded(alex, 'nobody@parley.test', 'This address or number does not exist');
  });

  const invitations = desk.page.getByRole('region', { name: 'Invitations' });
  const page = alex.page.getByRole('region', { name: /^Conversation with/ });

  await test.step('a chat that is declined, and one that nobody answers', async () => {
    const ask = async (): Promise<void> => {
      await alex.dialBox().fill(samName);
      await alex.page.getByRole('button', { name: 'Chat', exact: true }).click();
      const field = alex.page.getByRole('textbox', { name: 'Write a message' });
      await field.fill('Are you there?');
      await field.press('Enter');
      await expect(invitations).toContainText(`${alexName} wants to chat`);
    };
    await ask();
    await invitations.getByRole('button', { name: 'Decline' }).click();
    await expect(invitations).toBeHidden();
    await expect(page).toContainText(`${samName} declined`);
    await ask();
    control.letRingOut();
    await expect(invitations).toBeHidden();
    await expect(page).toContainText('No answer');
  });

  await test.step('a meeting that is declined, and one that is full', async () => {
    await alex.page.getByRole('button', { name: 'Meet now' }).first().click();
    await page.getByRole('tab', { name: /^People/ }).click();
    const ask = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Add people' }).click();
      const dialog = alex.page.getByRole('dialog', { name: 'Add people' });
      await dialog.getByRole('combobox').fill('sam@parley.test');
      await dialog.getByRole('combobox').press('Enter');
      await dialog.getByRole('combobox').press('Enter');
      await expect(dialog).toBeHidden();
      await expect(invitations).toContainText(`${alexName} invites you to a meeting`);
    };
    const invited = page.getByRole('list', { name: 'Invited' });
    await ask();
    await invitations.getByRole('button', { name: 'Decline' }).click();
    await expect(invitations).toBeHidden();
    await expect(invited).toContainText('Declined');
    await ask();
    await invitations.getByRole('button', { name: 'Join with sound' }).click();
    await expect(invitations).toBeHidden();
    await expect(invited).toContainText('The meeting is full');
    await expect(desk.page.getByText('Try again when somebody has left.')).toBeVisible();
  });
  for (const app of [alex, desk]) expect(app.consoleErrors).toEqual([]);
});
