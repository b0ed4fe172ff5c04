import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WebVisitor } from '../support/web-visitor.ts';
import { DefaultBrowser } from './support/default-browser.ts';
import { demoUser, expect, test } from './support/fixtures.ts';
import type { ParleyApp } from './support/parley-app.ts';

const alex = demoUser('alex');

/** Types the address and the discovery URL, and lets Parley find out what the server offers. */
async function findServer(app: ParleyApp, discoveryUrl: string): Promise<void> {
  const { page } = app;
  await page.getByRole('textbox', { name: 'Sign-in address' }).fill('alex@parley.test');
  await page.getByRole('button', { name: 'Advanced' }).click();
  await page.getByRole('textbox', { name: 'Discovery URL' }).fill(discoveryUrl);
  await page.getByRole('textbox', { name: 'Discovery URL' }).blur();
  await expect(page.getByText(`This is what ${new URL(discoveryUrl).host} offers.`)).toBeVisible();
}

const method = (page: Page) => page.getByRole('combobox', { name: 'How to sign in' });
const press = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click();

async function withProfile(use: (profileDir: string) => Promise<void>): Promise<void> {
  const profileDir = await mkdtemp(join(tmpdir(), 'parley-methods-'));
  await use(profileDir);
  await rm(profileDir, { recursive: true, force: true });
}

async function waitUntilKept(app: ParleyApp): Promise<void> {
  await expect
    .poll(() =>
      app.page.evaluate(async () => {
        const reply = await window.parley.invoke('state.snapshot', undefined);
        const session = reply.ok ? reply.value.state.session : null;
        return session?.phase === 'online' ? session.keychain : session?.phase;
      }),
    )
    .toBe('kept');
}

test.describe('company sign-in page', () => {
  test.use({ sandboxOptions: { grants: ['passive'] } });

  const signInPage = async (app: ParleyApp): Promise<Page> => {
    const opening = app.electronApp.waitForEvent('window');
    await press(app.page);
    const page = await opening;
    await expect(page.getByRole('heading')).toHaveText('Parley Demo: company sign-in');
    return page;
  };

  test('opens in a window of its own, locked down, and is remembered for the next start', async ({
    launch,
    sandbox,
    desktop,
  }, testInfo) => {
    await withProfile(async (profileDir) => {
      const app = await launch({ profileDir });
      await findServer(app, sandbox.discoveryUrl);
      await expect(method(app.page)).toHaveValue('passive');
      const page = await signInPage(app);
      await expect(app.page.getByText('Go on in the sign-in window.')).toBeVisible();
      const host = new URL(sandbox.origin).host;
      const shown = await app.electronApp.browserWindow(page);
      expect(await shown.evaluate((each) => each.getTitle())).toBe(`Sign in – ${host}`);
      const seen = await page.evaluate(async () => ({
        bridge: 'parley' in window,
        node: 'require' in window || 'process' in window,
        opened: window.open('/xframe') === null ? 'refused' : 'opened',
        notifications: await Notification.requestPermission(),
      }));
      expect(seen).toEqual({
        bridge: false,
        node: false,
        opened: 'refused',
        notifications: 'denied',
      });
      await desktop.screen.save(testInfo.outputPath('company-page.png'));

      await page.getByLabel('User account').fill(alex.userName);
      await page.getByLabel('Password').fill(alex.password);
      await page.getByLabel('Password').press('Enter');
      await app.expectSignedIn();
      await expect.poll(() => page.isClosed()).toBe(true);
      await waitUntilKept(app);
      await app.quit();

      sandbox.control.expireTokens();
      const again = await launch({ profileDir });
      await again.expectSignedIn();
      await again.page.getByRole('button', { name: 'Alex Rivera' }).click();
      await again.page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(method(again.page)).toHaveValue('passive');
    });
  });

  test('closed by the user is a calm end; Escape closes it', async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const app = await launch();
    await findServer(app, sandbox.discoveryUrl);
    const page = await signInPage(app);
    const window = await app.electronApp.browserWindow(page);
    await window.evaluate((each) => each.close());
    const told = app.page.getByRole('alert');
    await expect(told).toContainText('The sign-in page was closed');
    await expect(told).toHaveAttribute('data-failure', 'sign-in-window-closed');
    await expect(app.page.getByRole('textbox', { name: 'Sign-in address' })).toHaveValue(
      'alex@parley.test',
    );
    const second = await signInPage(app);
    await expect(second.getByLabel('User account')).toBeFocused();
    await desktop.keys.press('Escape');
    await expect.poll(() => second.isClosed()).toBe(true);
    await expect(told).toContainText('The sign-in page was closed');
    expect(sandbox.control.applicationsOf(alex.userName)).toEqual([]);
  });

  test('stays out of sight when the ticket is renewed: the page remembers the user', async ({
    launch,
    sandbox,
  }) => {
    const app = await launch();
    await findServer(app, sandbox.discoveryUrl);
    const page = await signInPage(app);
    await page.getByLabel('User account').fill(alex.userName);
    await page.getByLabel('Password').fill(alex.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await app.expectSignedIn();
    await waitUntilKept(app);
    const windows = await app.electronApp.evaluateHandle(({ app: main, BrowserWindow }) => {
      const seen = { made: 0, shown: 0 };
      // Pages of others have a session of their own.
      const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
      main.on('browser-window-created', (_event, window) => {
        if (window.webContents.session === own) return;
        seen.made += 1;
        window.on('show', () => {
          seen.shown += 1;
        });
      });
      return seen;
    });
    sandbox.control.expirePassiveCookies();
    const renewed = sandbox.control.waitForRequest(
      ({ path, status }) => path.startsWith('/WebTicket') && status === 200,
    );
    sandbox.control.expireTokens();
    await renewed;
    await expect.poll(() => sandbox.control.ticketsOf(alex.userName).length).toBe(1);
    await expect(app.dialBox()).toBeVisible();
    expect(await windows.jsonValue()).toEqual({ made: 1, shown: 0 });
  });

  test('goes away when the sign-in is cancelled', async ({ launch, sandbox }) => {
    const app = await launch();
    await findServer(app, sandbox.discoveryUrl);
    const page = await signInPage(app);
    await app.page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.isClosed()).toBe(true);
    await expect(method(app.page)).toBeVisible();
  });

  test('goes nowhere without encryption', async ({ launch, sandbox }) => {
    const app = await launch();
    await findServer(app, sandbox.discoveryUrl);
    const page = await signInPage(app);
    const window = await app.electronApp.browserWindow(page);
    const stayed = await window.evaluate(async ({ webContents }) => {
      const before = webContents.getURL();
      await webContents.executeJavaScript(`location.href = 'http://evil.test/'; undefined`);
      await webContents.executeJavaScript('document.title');
      return webContents.getURL() === before;
    });
    expect(stayed).toBe(true);
  });
});

test.describe('hosted service', () => {
  test.use({ sandboxOptions: { grants: ['oauth'] } });

  test('goes through the browser of the desktop and needs it no more at the next start', async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const browser = await DefaultBrowser.install(desktop.home);
    await withProfile(async (profileDir) => {
      const app = await launch({ profileDir });
      const { page } = app;
      await findServer(app, sandbox.discoveryUrl);
      await expect(method(page)).toHaveValue('hosted');
      await press(page);
      await expect(page.getByText('Enter the application ID.')).toBeVisible();
      await page.getByRole('textbox', { name: 'Application ID' }).fill('parley-test');
      await press(page);
      const visitor = new WebVisitor();
      await visitor.visit(await browser.opened());
      await expect(page.getByText('Go on in your browser.')).toBeVisible();
      await visitor.submit({
        username: alex.userName,
        password: alex.password,
        decision: 'sign-in',
      });
      expect(visitor.page.html).toContain('You can close this page and go back to Parley.');
      await app.expectSignedIn();
      await waitUntilKept(app);
      await app.quit();

      sandbox.control.expireTokens();
      const again = await launch({ profileDir });
      await again.expectSignedIn();
    });
  });

  test('says so when the user declines in the browser', async ({ launch, sandbox, desktop }) => {
    const browser = await DefaultBrowser.install(desktop.home);
    const app = await launch();
    await findServer(app, sandbox.discoveryUrl);
    await app.page.getByRole('textbox', { name: 'Application ID' }).fill('parley-test');
    await press(app.page);
    const visitor = new WebVisitor();
    await visitor.visit(await browser.opened());
    await visitor.submit({ decision: 'cancel' });
    await expect(app.page.getByRole('alert')).toContainText('did not sign you in');
  });
});

test.describe('Windows account', () => {
  test.use({ sandboxOptions: { grants: ['windows'] } });

  test('signs in by NTLM with a typed account, and says so when it is wrong', async ({
    launch,
    sandbox,
  }) => {
    const app = await launch();
    const { page } = app;
    await findServer(app, sandbox.discoveryUrl);
    await expect(method(page)).toHaveValue('windows');
    await page.getByRole('textbox', { name: 'Windows user name' }).fill('PARLEY\\alex');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await press(page);
    await expect(page.getByRole('alert')).toContainText('do not match');
    await page.getByLabel('Password', { exact: true }).fill(alex.password);
    await press(page);
    await app.expectSignedIn();
    const posts = sandbox.control.requests.filter(({ path }) => path.startsWith('/WebTicket'));
    expect(posts.at(-1)?.status).toBe(200);
  });

  test('says so when this computer’s own account is none of the server’s', async ({
    launch,
    sandbox,
  }) => {
    const app = await launch();
    const { page } = app;
    await findServer(app, sandbox.discoveryUrl);
    await page.getByRole('checkbox', { name: /another account/ }).uncheck();
    await press(page);
    await expect(page.getByRole('alert')).toContainText('Your Windows account was not accepted');
  });
});
