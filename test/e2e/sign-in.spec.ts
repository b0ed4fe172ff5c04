import { demoUser, expect, test } from './support/fixtures.ts';

const alex = demoUser('alex');

test('a wrong password says so and keeps what was typed', async ({ launch, sandbox }) => {
  const app = await launch();
  await app.fillSignIn({ ...alex, password: 'not the password' }, sandbox.discoveryUrl);
  await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('Address and password do not match');
  await expect(app.page.getByRole('textbox', { name: 'Sign-in address' })).toHaveValue(
    'alex@parley.test',
  );
  await expect(app.page.getByLabel('Password', { exact: true })).toHaveValue('not the password');
  await expect(app.page.getByRole('textbox', { name: 'Discovery URL' })).toHaveValue(
    sandbox.discoveryUrl,
  );

  await app.page.getByLabel('Password', { exact: true }).fill(alex.password);
  await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await app.expectSignedIn();
});

test('an unknown host says where Parley looked', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await page.getByRole('textbox', { name: 'Sign-in address' }).fill('alex@nowhere.invalid');
  await page.getByLabel('Password', { exact: true }).fill('secret');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('No server was found for this address');
  await expect(alert).toContainText('nowhere.invalid');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('secret');
});

test('plain http is refused for anything but loopback', async ({ launch }) => {
  const app = await launch();
  await app.fillSignIn(alex, 'http://lyncdiscover.parley.test/');
  await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('The discovery URL cannot be used');
});

test.describe('a server with a certificate of its own authority', () => {
  test.use({ sandboxOptions: { tls: 'self-signed', hostName: 'lync.parley.test' } });

  test('is not trusted, and nothing was sent to it', async ({ launch, sandbox }) => {
    const app = await launch({ args: ['--host-resolver-rules=MAP *.parley.test 127.0.0.1'] });
    await app.fillSignIn(alex, sandbox.discoveryUrl);
    await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(app.page.getByRole('alert')).toContainText('is not trusted');
    expect(sandbox.control.requests).toHaveLength(0);
  });
});

test('a server that does not take passwords says so', async ({ launch, sandbox }) => {
  sandbox.control.setGrants(['windows']);
  const app = await launch();
  await app.fillSignIn(alex, sandbox.discoveryUrl);
  await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('does not take this way to sign in');
  await expect(app.page.getByLabel('Password', { exact: true })).toHaveValue(alex.password);
});

test('a server that is no UCWA server', async ({ launch, sandbox }) => {
  const app = await launch();
  await app.fillSignIn(alex, `${sandbox.origin}/Autodiscover/XFrame/XFrame.html`);
  await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(app.page.getByRole('alert')).toContainText('offers no UCWA service');
});
