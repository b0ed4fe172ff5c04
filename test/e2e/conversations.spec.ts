import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { tabTo } from './support/keyboard.ts';
import { checkScreen } from './support/screen-check.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Write a message' });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

test('two people chat: invitation, both ways, typing, unread, and a message sent again', async ({
  signedIn,
  sandbox,
}, testInfo) => {
  test.setTimeout(120_000);
  const path = (name: string): string => testInfo.outputPath(name);
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dialBox().fill('Sam Okafor');
  await alex.page.getByRole('button', { name: 'Chat', exact: true }).click();
  await field(alex.page).fill('Is the <build> green?\nhttps://parley.test/builds');
  await field(alex.page).press('Enter');

  const invitation = sam.page.getByRole('group', { name: 'Alex Rivera wants to chat' });
  await expect(invitation).toBeVisible();
  await checkScreen(sam, 'invitation', path);
  await invitation.getByRole('button', { name: 'Accept' }).click();
  await expect(log(sam.page)).toContainText('Is the <build> green?');
  await field(sam.page).fill('Let me see');
  await expect(alex.page.getByText('Sam Okafor is writing…')).toBeVisible();
  await field(sam.page).press('Enter');
  await expect(log(alex.page)).toContainText('Let me see');
  await expect(alex.page.getByText('Sam Okafor is writing…')).toBeHidden();

  // Nobody follows an address by mistake, and only the whole of it is shown.
  await log(sam.page).getByRole('button', { name: 'https://parley.test/builds' }).click();
  const link = sam.page.getByRole('dialog', { name: 'Open this page in your browser?' });
  await expect(link).toContainText('https://parley.test/builds');
  await expectAccessible(sam.page);
  await link.getByRole('button', { name: 'Cancel' }).click();

  // What was not sent stays with its conversation, whatever is looked at in between.
  await field(alex.page).fill('Half a thought');
  const off = sandbox.control.fault('forbidden');
  await field(alex.page).fill('It did not get through');
  await field(alex.page).press('Enter');
  await expect(log(alex.page).getByText('Not delivered')).toBeVisible();
  off();
  await checkScreen(alex, 'undelivered', path);
  await log(alex.page).getByRole('button', { name: 'Send again' }).click();
  await expect(log(sam.page)).toContainText('It did not get through');
  await expect(log(alex.page).getByText('Not delivered')).toBeHidden();
  await field(alex.page).fill('Half a thought');
  await alex.page.getByRole('tab', { name: 'Chats' }).click();
  await alex.page.getByRole('button', { name: /^Sam Okafor/ }).click();
  await expect(field(alex.page)).toHaveValue('Half a thought');

  // Sam looks at something else: what comes is counted, until it is looked at.
  await sam.dialBox().fill('Kim Lindqvist');
  await sam.page.getByRole('button', { name: 'Chat', exact: true }).click();
  await field(alex.page).press('Enter');
  const chats = sam.page.getByRole('tab', { name: /Chats/ });
  await expect(chats).toContainText('1 unread message');
  await chats.click();
  await checkScreen(sam, 'unread', path);
  await sam.page
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: /Alex Rivera/ })
    .click();
  await expect(log(sam.page)).toContainText('Half a thought');
  await expect(chats).not.toContainText('unread');
  for (const app of [alex, sam]) expect(app.consoleErrors).toEqual([]);
});

test('meet now by keyboard alone: add somebody, see them come, leave', async ({
  signedIn,
}, testInfo) => {
  test.setTimeout(120_000);
  const path = (name: string): string => testInfo.outputPath(name);
  const [alex, kim] = await Promise.all([signedIn('alex'), signedIn('kim')]);
  const { page } = alex;
  const { keyboard } = page;
  await tabTo(page, page.getByRole('button', { name: 'Meet now' }).first());
  await keyboard.press('Enter');
  const meeting = page.getByRole('region', { name: /^Conversation with/ });
  await expect(meeting.getByText(/^Meeting · /).first()).toBeVisible();
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
  await keyboard.type('dana@parley.test');
  await checkScreen(alex, 'add-people', path);
  await dialog.getByRole('combobox').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const people = meeting.getByRole('list', { name: 'Here' });
  await expect(meeting.getByRole('list', { name: 'Invited' })).toContainText('Kim Lindqvist');
  const invitation = kim.page.getByRole('region', { name: 'Invitations' });
  await expect(invitation).toContainText('Alex Rivera invites you to a meeting');
  await checkScreen(kim, 'meeting-invitation', path);
  await invitation.getByRole('button', { name: 'Join with sound' }).click();
  await expect(people).toContainText('Kim Lindqvist');
  await checkScreen(alex, 'meeting', path);
  await checkScreen(kim, 'meeting-kim', path);
});
