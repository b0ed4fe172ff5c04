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
