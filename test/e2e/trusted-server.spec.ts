import { ScriptedServer } from '../support/scripted-server.ts';
import { trustAuthority } from './support/certificate-trust.ts';
import { demoUser, expect, test } from './support/fixtures.ts';

const alex = demoUser('alex');

/** Every host of the demo domain, on any port, is the server on loopback. */
const mapDomain = (port: string): string => `MAP *.parley.test 127.0.0.1:${port}`;

test.describe('a server that the company has made trusted', () => {
  test.use({ sandboxOptions: { tls: 'self-signed', hostName: 'lync.parley.test' } });

  test('is found by the address alone, over TLS', async ({ launch, sandbox, desktop }) => {
    const distrust = await trustAuthority(desktop.home, sandbox.certificateAuthorityPem ?? '');
    try {
      const { port } = new URL(sandbox.origin);
      const app = await launch({ args: [`--host-resolver-rules=${mapDomain(port)}`] });
      const { page } = app;
      await page.getByRole('textbox', { name: 'Sign-in address' }).fill('alex@parley.test');
      await page.getByLabel('Password', { exact: true }).fill(alex.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await app.expectSignedIn();
      await expect(page.getByRole('list', { name: 'People' })).toContainText('Sam Okafor');
    } finally {
      await distrust();
    }
  });
});

test.describe('a server of another domain', () => {
  test.use({ sandboxOptions: { tls: 'self-signed', hostName: 'lync.hosted.test' } });

  test('is asked about when plain http leads to it, and then used', async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const distrust = await trustAuthority(desktop.home, sandbox.certificateAuthorityPem ?? '');
    const signpost = await ScriptedServer.start();
    signpost.script = () => ({ status: 302, headers: { Location: 'https://lync.hosted.test/' } });
    try {
      const rules = [
        `MAP lyncdiscover.parley.test:80 127.0.0.1:${signpost.port}`,
        'MAP lyncdiscover.parley.test 127.0.0.1:1',
        `MAP lync.hosted.test 127.0.0.1:${new URL(sandbox.origin).port}`,
      ];
      const app = await launch({ args: [`--host-resolver-rules=${rules.join(',')}`] });
      const { page } = app;
      await page.getByRole('textbox', { name: 'Sign-in address' }).fill('alex@parley.test');
      await page.getByLabel('Password', { exact: true }).fill(alex.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      const question = page.getByRole('alert');
      await expect(question).toContainText('Your company’s address leads to lync.hosted.test');
      expect(sandbox.control.requests).toHaveLength(0);
      await question.getByRole('button', { name: 'Go on to lync.hosted.test' }).click();
      await app.expectSignedIn();
    } finally {
      await distrust();
      await signpost.stop();
    }
  });
});

test.describe('a server whose certificate is not valid yet by this clock', () => {
  test.use({
    sandboxOptions: {
      tls: 'self-signed',
      hostName: 'lync.parley.test',
      clockOffsetMs: 20 * 365 * 24 * 3_600_000,
    },
  });

  test('points at the clock', async ({ launch, sandbox, desktop }) => {
    const distrust = await trustAuthority(desktop.home, sandbox.certificateAuthorityPem ?? '');
    try {
      const app = await launch({ args: ['--host-resolver-rules=MAP *.parley.test 127.0.0.1'] });
      await app.fillSignIn(alex, sandbox.discoveryUrl);
      await app.page.getByRole('button', { name: 'Sign in', exact: true }).click();
      const alert = app.page.getByRole('alert');
      await expect(alert).toContainText('is not valid at this time');
      await expect(alert).toContainText('Check the date and time of this computer');
      expect(sandbox.control.requests).toHaveLength(0);
    } finally {
      await distrust();
    }
  });
});
