import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { tabTo } from './support/keyboard.ts';
import { checkScreen } from './support/screen-check.ts';

test.use({
  sandboxOptions: { joinPages: 'own', eventChannel: { minimumSeconds: 0, maximumSeconds: 0 } },
});

const openMeetings = (page: Page) => page.getByRole('tab', { name: 'Meetings' }).click();

const lines = (page: Page) =>
  page.getByRole('list', { name: 'Your meetings' }).getByRole('listitem');

/** Where the meeting takes place. */
const place = (page: Page) => page.getByRole('region', { name: /^Conversation with / });

test('a meeting is scheduled, found, changed, told to others and cancelled', async ({
  signedIn,
}, testInfo) => {
  test.setTimeout(120_000);
  const app = await signedIn('alex');
  const { page } = app;
  const picture = (name: string) => testInfo.outputPath(name);
  await openMeetings(page);
  await expect(page.getByText('No meetings yet')).toBeVisible();
  await checkScreen(app, 'meetings-empty', picture);

  await tabTo(page, page.getByRole('button', { name: 'Schedule…' }));
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Schedule a meeting' });
  await expect(form.getByLabel('Who comes in at once')).toHaveValue('Everyone');
  await form.getByLabel('Subject').fill('Quarterly numbers');
  await form.getByLabel('Description').fill('What we sold\nand what we will');
  await form.getByLabel('People to invite').fill('sam@parley.test, kim');
  await form.getByLabel('Keep until').fill('2019-05-06');
  await form.getByRole('button', { name: 'Schedule' }).click();
  await expect(form).toContainText('“kim” is not an address like name@example.com.');
  await expect(form).toContainText('This is in the past.');
  await checkScreen(app, 'meetings-form', picture);

  // What was typed is there after the dialog was left.
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: 'Schedule…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Subject')).toHaveValue('Quarterly numbers');
  await form.getByLabel('People to invite').fill('sam@parley.test, kim@parley.test');
  await form.getByLabel('Keep until').fill('2031-05-06');
  await form.getByLabel('Who comes in at once').selectOption('People I invite');
  await form.getByRole('button', { name: 'Schedule' }).click();

  const details = page.getByRole('dialog', { name: 'Quarterly numbers' });
  await expect(details).toContainText('People I invite');
  await expect(details).toContainText('kim@parley.test');
  await expect(details).toContainText('+14255550001 (Redmond)');
  await checkScreen(app, 'meetings-details', picture);

  await details.getByRole('button', { name: 'Copy invitation' }).click();
  await expect(details.getByRole('status')).toHaveText('The invitation is in the clipboard.');
  const invitation = await app.electronApp.evaluate(({ clipboard }) => clipboard.readText());
  expect(invitation).toMatch(
    /^Quarterly numbers\n\nWhat we sold\nand what we will\n\nJoin online meeting:\nhttp:\/\/127\.0\.0\.1:\d+\/Meet\/alex\/[A-Z0-9]{8}\n/,
  );
  expect(invitation).toMatch(/Conference ID: \d{8}\n/);

  await details.getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit meeting' });
  await edit.getByLabel('Subject').fill('Yearly numbers');
  await edit.getByLabel('Who comes in at once').selectOption('Only me');
  await edit.getByRole('button', { name: 'Save' }).click();
  const renamed = page.getByRole('dialog', { name: 'Yearly numbers' });
  await expect(renamed).toContainText('Only me');
  await page.keyboard.press('Escape');
  await expect(lines(page)).toHaveText([/Yearly numbers.*2031/]);
  await checkScreen(app, 'meetings-list', picture);

  await lines(page)
    .getByRole('button', { name: /^Yearly numbers/ })
    .click();
  await renamed.getByRole('button', { name: 'Cancel meeting' }).click();
  const question = page.getByRole('alertdialog', { name: 'Cancel this meeting?' });
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(renamed).toBeVisible();
  await renamed.getByRole('button', { name: 'Cancel meeting' }).click();
  await checkScreen(app, 'meetings-cancel', picture);
  await question.getByRole('button', { name: 'Cancel meeting' }).click();
  await expect(page.getByText('No meetings yet')).toBeVisible();
  expect(app.consoleErrors).toEqual([]);
});

test('a pasted link is understood, and joined', async ({ signedIn, sandbox }, testInfo) => {
  test.setTimeout(90_000);
  const meeting = sandbox.control.scheduleMeeting('sam@parley.test');
  const app = await signedIn('alex');
  const { page } = app;
  await openMeetings(page);
  await page.getByRole('button', { name: 'Join a meeting…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Join a meeting' });
  const field = dialog.getByLabel('Join link or conference ID');
  const join = dialog.getByRole('button', { name: 'Join', exact: true });
  await field.fill('see you there');
  await expect(dialog).toContainText('No link to a meeting was found in this.');
  await expect(join).toHaveAttribute('aria-disabled', 'true');
  await field.fill('https://meet.fabrikam.test/pat/ABC12345');
  await expect(dialog).toContainText('A meeting of pat at meet.fabrikam.test');
  await join.click();
  await expect(dialog.getByRole('alert')).toContainText('does not belong to your organization');
  await checkScreen(app, 'meetings-join', (name) => testInfo.outputPath(name));

  await field.fill(`Join online meeting\n<${sandbox.origin}/Meet/sam/${meeting.id}>\n`);
  await expect(dialog).toContainText('A meeting of sam at 127.0.0.1');
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(place(page)).toContainText('Alex Rivera (you)');
});

test('a guest joins by the link of a meeting that its organizer joined from the list', async ({
  launch,
  signedIn,
  sandbox,
}, testInfo) => {
  test.setTimeout(120_000);
  const meeting = sandbox.control.scheduleMeeting('sam@parley.test');
  const sam = await signedIn('sam');
  await openMeetings(sam.page);
  await sam.page.getByRole('button', { name: 'Join Meeting without a subject' }).click();
  await expect(place(sam.page)).toContainText('Sam Okafor (you)');
  const app = await launch();
  const { page } = app;
  const open = page.getByRole('button', { name: 'Join a meeting as a guest' });
  await tabTo(page, open);
  await page.keyboard.press('Enter');
  const join = page.getByRole('button', { name: 'Join', exact: true });
  await join.click();
  await expect(page.getByText('Paste the link of the meeting.')).toBeVisible();
  await expect(page.getByText('Type your name.')).toBeVisible();
  await page.getByLabel('Link of the meeting').fill(`${sandbox.origin}/Meet/sam/NOSUCH12`);
  await page.getByLabel('Your name').fill('Gil Guest');
  await join.click();
  await expect(page.getByRole('alert')).toContainText('does not say which meeting it is');
  await checkScreen(app, 'meetings-guest', (name) => testInfo.outputPath(name));

  await page.getByLabel('Link of the meeting').fill(`${sandbox.origin}/Meet/sam/${meeting.id}`);
  await join.click();
  await app.expectSignedIn();
  await expect(place(page)).toContainText('Sam Okafor');
  await expect(place(sam.page)).toContainText('Gil Guest');
  await openMeetings(page);
  await expect(page.getByText('No scheduling here')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notices' })).not.toContainText('contacts');
  await checkScreen(app, 'meetings-guest-inside', (name) => testInfo.outputPath(name));
});
