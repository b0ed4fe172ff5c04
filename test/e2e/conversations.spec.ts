import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
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

  // What is over is in the history, and leads back to what it was about.
  await sam.page.evaluate(async () => {
    const reply = await window.parley.invoke('state.snapshot', undefined);
    const all = reply.ok ? Object.values(reply.value.state.conversations) : [];
    for (const { id, remote } of all) {
      if (remote?.name !== 'Alex Rivera') continue;
      await window.parley.invoke('conversations.leave', { conversationId: id });
    }
  });
  const line = (await alex.openRecents()).first();
  await expect(line).toContainText(/Sam Okafor.*Chat that you started/);
  await checkScreen(alex, 'history', path);
  await alex.page.getByRole('button', { name: 'Write to Sam Okafor again' }).click();
  await expect(log(alex.page)).toContainText('Half a thought');
  for (const app of [alex, sam]) expect(app.consoleErrors).toEqual([]);
});
