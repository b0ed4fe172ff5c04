import { expect, test } from './support/fixtures.ts';

const hostileBodies = [
  { name: 'malformed JSON', raw: '{"_links": {"next": {"href": ' },
  {
    name: 'an HTML error page of a proxy',
    raw: '<html>Bad gateway</html>',
    status: 502,
    contentType: 'text/html',
  },
  {
    name: 'an HTML page with status 200',
    raw: '<html>Please log in</html>',
    contentType: 'text/html',
  },
  { name: 'a truncated body', raw: '{"_links": {}}', truncated: true },
  { name: 'a body of 50 MB', raw: `{"filler": "${'x'.repeat(50 * 1024 * 1024)}"}` },
] as const;

for (const { name, ...body } of hostileBodies) {
  test(`${name} in the event channel: the next call still rings`, async ({
    signedIn,
    sandbox,
    desktop,
  }) => {
    const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
    sandbox.control.nextEventsBody('sam@parley.test', body);
    await alex.dial('Sam Okafor');
    await desktop.notifications.waitFor(
      ({ summary }) => summary === 'Alex Rivera is calling',
      30_000,
    );
    await sam.answer();
    await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  });
}

test('hostile HTML in a subject is text everywhere', async ({ signedIn, desktop }) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const subject = '<img src=x onerror=alert(1)> & <b>bold</b>';
  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await alex.page.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  const toast = await desktop.notifications.waitFor(
    ({ summary }) => summary === 'Alex Rivera is calling',
  );
  expect(toast.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
  await expect(sam.page.getByRole('alertdialog')).toContainText(subject);
  expect(await sam.page.locator('img[src="x"]').count()).toBe(0);
});

test('an offer that is not SDP: the call fails in plain words on both sides', async ({
  signedIn,
  sandbox,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  sandbox.control.tamperNextOffer('sam@parley.test');
  await alex.dial('Sam Okafor');
  await sam.answer();
  await expect((await sam.openRecents()).first()).toContainText('No sound could be exchanged');
  await expect((await alex.openRecents()).first()).toContainText('Sam Okafor');
  await alex.dial('Sam Okafor');
  await sam.answer();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
});
