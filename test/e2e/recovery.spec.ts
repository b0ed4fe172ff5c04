import { expect, test } from './support/fixtures.ts';

test('the server restarts during ringing: no ghost call, and the next call rings', async ({
  signedIn,
  sandbox,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  await expect(sam.page.getByRole('alertdialog')).toBeVisible();
  await sandbox.control.restart();
  await expect(sam.page.getByRole('alertdialog')).toBeHidden();
  await expect((await sam.openRecents()).first()).toContainText('Missed call');
  await expect((await alex.openRecents()).first()).toContainText('Sam Okafor');

  desktop.notifications.forget();
  await expect(alex.page.getByText('Connection lost')).toBeHidden();
  await alex.dial('Sam Okafor');
  await desktop.notifications.waitFor(({ summary }) => summary === 'Alex Rivera is calling');
  await sam.answer();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
});

test('the connection drops for 20 s during a call: recovering, then recovered, nothing lost', async ({
  signedIn,
  sandbox,
}) => {
  test.setTimeout(90_000);
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  await alex.dial('Sam Okafor');
  await sam.answer();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');

  const back = sandbox.control.refuseConnectionsFor(20_000);
  await expect(alex.page.getByText('Connection lost')).toBeVisible();
  await expect(sam.page.getByText('Connection lost')).toBeVisible();
  await alex.expectPacketsArriving('Sam Okafor', 'Audio');
  await back;
  await expect(alex.page.getByText('Connection lost')).toBeHidden({ timeout: 40_000 });
  await expect(sam.page.getByText('Connection lost')).toBeHidden({ timeout: 40_000 });

  await expect(alex.page.getByRole('region', { name: /^Call with/ })).toHaveCount(1);
  await sam.callWith('Alex Rivera').getByRole('button', { name: 'Hang up' }).click();
  const recents = await alex.openRecents();
  await expect(recents).toHaveCount(1);
  await expect(recents.first()).toContainText(/Outgoing.*0:\d\d/);
});

test('the token expires during a long poll: the next call still rings', async ({
  signedIn,
  sandbox,
  desktop,
}) => {
  const [alex, sam] = await Promise.all([signedIn('alex'), signedIn('sam')]);
  const ticket = sandbox.control.waitForRequest(({ path }) => path.includes('/WebTicket/'));
  sandbox.control.expireTokens('sam@parley.test');
  await ticket;
  await alex.dial('Sam Okafor');
  await desktop.notifications.waitFor(({ summary }) => summary === 'Alex Rivera is calling');
  await expect(sam.page.getByRole('alertdialog')).toBeVisible();
  await sam.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Decline', exact: true })
    .click();
});

test('a copy of the same application polls: Parley says that it is used elsewhere', async ({
  signedIn,
  sandbox,
}) => {
  const sam = await signedIn('sam');
  const [application] = sandbox.control.applicationsOf('sam@parley.test');
  const [ticket] = sandbox.control.ticketsOf('sam@parley.test');
  const hanging = new AbortController();
  const copy = fetch(`${sandbox.origin}${application?.pollHrefs[0]}`, {
    headers: { Authorization: `Bearer ${ticket}`, Accept: 'application/json' },
    signal: hanging.signal,
  }).catch(() => undefined);
  await expect(
    sam.page.getByText('This session was taken over by another window of Parley.'),
  ).toBeVisible();
  await expect(sam.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  hanging.abort();
  await copy;
});
