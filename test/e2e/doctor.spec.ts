import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoUser, expect, test } from './support/fixtures.ts';
import { tabTo } from './support/keyboard.ts';
import { checkScreen } from './support/screen-check.ts';

const alex = demoUser('alex');

test.use({ sandboxOptions: { eventChannel: { minimumSeconds: 0, maximumSeconds: 0 } } });

const step = (page: Page, name: string) =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

test('the sign-in page checks the connection and hands out a report', async ({
  launch,
  sandbox,
}, testInfo) => {
  test.setTimeout(90_000);
  const app = await launch();
  const { page } = app;
  await app.fillSignIn({ ...alex, password: 'not the password' }, sandbox.discoveryUrl);
  const open = page.getByRole('button', { name: 'Problems signing in? Check the connection' });
  await tabTo(page, open);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Check the connection' });
  await expect(dialog).toContainText('Something keeps you from signing in.');
  await expect(step(page, 'Discovery').getByLabel('passed')).toBeVisible();
  await expect(step(page, 'Sign-in').getByLabel('failed')).toBeVisible();
  await expect(step(page, 'Sign-in')).toContainText('Type your password again');
  await expect(step(page, 'Events').getByLabel('skipped')).toBeVisible();
  await checkScreen(app, 'doctor-failed', (name) => testInfo.outputPath(name));

  await tabTo(page, dialog.getByRole('button', { name: 'Copy report' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('The report is in the clipboard.');
  const report = await app.electronApp.evaluate(({ clipboard }) => clipboard.readText());
  expect(report).toContain('Address: <user-1>@parley.test');
  expect(report).toMatch(/Parley \d.*, Electron \d.*, Chromium \d/);
  expect(report).toContain('Sign-in: failed');
  expect(report).not.toMatch(/alex|not the password/i);

  const file = testInfo.outputPath('report.json');
  await app.electronApp.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath, bookmark: '' });
  }, file);
  await dialog.getByRole('button', { name: 'Save report…' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The report is saved.');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ verdict: 'failed' });

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('not the password');

  await page.getByLabel('Password', { exact: true }).fill(alex.password);
  await open.click();
  await expect(dialog).toContainText('Everything works.');
  await checkScreen(app, 'doctor-passed', (name) => testInfo.outputPath(name));
  expect(sandbox.control.applicationsOf('alex@parley.test')).toEqual([]);
  expect(app.consoleErrors).toEqual([]);
});

test.describe('a server with a certificate of its own authority', () => {
  test.use({ sandboxOptions: { tls: 'self-signed' } });

  test('is shown with its chain', async ({ launch, sandbox }) => {
    const app = await launch();
    const { page } = app;
    await app.fillSignIn(alex, sandbox.discoveryUrl);
    await page.getByRole('button', { name: 'Problems signing in? Check the connection' }).click();
    const certificates = step(page, 'Certificates');
    await expect(certificates.getByLabel('failed')).toBeVisible();
    await expect(certificates).toContainText('The certificate of 127.0.0.1:');
    await expect(certificates).toContainText(
      /TLSv1\.\d\): made for 127\.0\.0\.1 by Parley sandbox/,
    );
    expect(sandbox.control.requests).toEqual([]);
  });
});

test('a check can be cancelled and run again', async ({ launch, sandbox }) => {
  const app = await launch();
  const { page } = app;
  await app.fillSignIn(alex, sandbox.discoveryUrl);
  const stopHanging = sandbox.control.fault('slow');
  await page.getByRole('button', { name: 'Problems signing in? Check the connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check the connection' });
  await expect(step(page, 'Session').getByLabel('passed')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  stopHanging();
  await expect(dialog).toContainText('The check was cancelled.');
  await expect(step(page, 'Tidying up').getByLabel('passed')).toBeVisible();
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(dialog).toContainText('Everything works.');
  await dialog.getByRole('button', { name: 'Close the check' }).click();
  await expect(dialog).toBeHidden();
});

test('somebody signed in checks the connection from About Parley', async ({
  signedIn,
  sandbox,
}) => {
  const app = await signedIn('alex');
  const { page } = app;
  await page.getByRole('button', { name: 'Your presence' }).click();
  await page.getByRole('menuitem', { name: 'About Parley' }).click();
  await page.getByRole('button', { name: 'Check the connection' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check the connection' });
  await expect(dialog).toContainText('Everything works.');
  await expect(step(page, 'Session').getByLabel('passed')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialBox()).toBeVisible();
  expect(sandbox.control.applicationsOf('alex@parley.test')).toHaveLength(1);
});
