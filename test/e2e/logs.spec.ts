import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoUser, expect, test } from './support/fixtures.ts';

test('the log of sign-in and calls holds no token, password, words of people, media key or phone number', async ({
  launch,
  signedIn,
  sandbox,
}) => {
  const password = 'Correct-Horse-7';
  sandbox.control.setPassword('alex@parley.test', password);
  const [alex, sam] = await Promise.all([launch(), signedIn('sam')]);
  await alex.signIn({ ...demoUser('alex'), password }, sandbox.discoveryUrl);
  const tokens = ['alex', 'sam'].flatMap((name) =>
    sandbox.control.ticketsOf(`${name}@parley.test`),
  );
  expect(tokens.length).toBeGreaterThan(1);

  await alex.page.getByRole('button', { name: 'Call options' }).click();
  await alex.page.getByRole('textbox', { name: 'Subject' }).fill('Quarterly zebra numbers');
  await alex.page.getByRole('button', { name: 'Done' }).click();
  await alex.dial('Sam Okafor');
  const ring = await sam.ringWindow();
  await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  await sam.expectPacketsArriving('Alex Rivera', 'Audio');
  await alex.callWith('Sam Okafor').getByRole('button', { name: 'Hang up' }).click();
  await expect((await sam.openRecents()).first()).toContainText('Incoming, answered');
  await alex.dial('+1 425 555 0187');
  await expect(await alex.openRecents()).toHaveCount(2);

  // Faults are what fills a log: a page reports one with all that it knows.
  const faults = [
    `Fault one: Authorization: Bearer cwt=${tokens[0]}`,
    `Fault two: {"password":"${password}","plainMessage":"Quarterly zebra numbers"}`,
    'Fault three: tel:+14255550187 and +1 (425) 555-0187',
    'Fault four: a=ice-pwd:8oJ3Fh2kLm5nPq7rSt9uVw1x',
  ];
  for (const message of faults) {
    await alex.page.evaluate(
      (reported) => window.parley.invoke('log.rendererError', { message: reported }),
      message,
    );
  }

  const logOf = (app: typeof alex) => readFile(join(app.profileDir, 'logs', 'parley.log'), 'utf8');
  await expect.poll(() => logOf(alex)).toContain('Fault four');
  const secrets = [
    ...tokens,
    password,
    'zebra',
    '4255550187',
    '425 555 0187',
    '555-0187',
    '8oJ3Fh2k',
  ];
  for (const app of [alex, sam]) {
    const log = await logOf(app);
    expect(log).toContain('Got a web ticket');
    for (const secret of secrets) expect(log).not.toContain(secret);
  }
  expect(await logOf(alex)).toContain('…187');
});
