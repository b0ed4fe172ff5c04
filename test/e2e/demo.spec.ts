import { expect, test } from './support/fixtures.ts';

test('Try the demo: a colleague can be called, and calls when asked to', async ({
  launch,
  desktop,
}) => {
  const app = await launch();
  await app.page.getByRole('button', { name: 'Try the demo' }).click();
  await app.expectSignedIn();

  await app.dial('Sam Okafor', 'audioVideo');
  await app.expectPacketsArriving('Sam Okafor', 'Audio');
  await app.expectPacketsArriving('Sam Okafor', 'Video');
  await app.callWith('Sam Okafor').getByRole('button', { name: 'Hang up' }).click();
  await expect((await app.openRecents()).first()).toContainText(/Outgoing.*0:\d\d/);

  await app.page.getByRole('radio', { name: 'Urgent' }).first().check();
  await app.page.getByRole('button', { name: 'Have Sam Okafor call me' }).click();
  await desktop.notifications.waitFor(({ summary }) => summary === 'Urgent: Sam Okafor is calling');
  await desktop.popups.press('Answer');
  await app.expectPacketsArriving('Sam Okafor', 'Audio');
});
