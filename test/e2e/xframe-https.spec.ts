import { startSandbox } from '../../main/sandbox/index.ts';
import { Browser, ClientSite } from './support/browser.ts';
import { trustAuthority } from './support/certificate-trust.ts';
import { expect, test } from './support/fixtures.ts';
import { talk, whatItIsTold } from './support/frame-client.ts';

let site: ClientSite;
let browser: Browser;

test.beforeEach(async () => {
  site = await ClientSite.start();
});

test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

const eventChannel = { mediumSeconds: 0, minimumSeconds: 0 };

test('a page talks through the frame of a server whose authority is trusted', async ({
  runtime,
  surroundings,
  desktop,
}) => {
  const sandbox = await startSandbox({ tls: 'self-signed', eventChannel });
  const distrust = await trustAuthority(desktop.home, sandbox.certificateAuthorityPem ?? '');
  try {
    const url = `http://localhost:${site.port}/`;
    browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [] });
    expect(sandbox.origin).toMatch(/^https:/);
    expect(await talk(browser.page, sandbox.origin)).toMatchObject(whatItIsTold);
    const isMessage = ({ path }: { readonly path: string }) =>
      path.endsWith('/messagingInvitations');
    expect(sandbox.control.requests.find(isMessage)?.status).toBe(201);
  } finally {
    await distrust();
    await sandbox.stop();
  }
});

test('a page gets no frame of a server whose authority is not trusted', async ({
  runtime,
  surroundings,
}) => {
  const sandbox = await startSandbox({ tls: 'self-signed', eventChannel });
  const url = `http://localhost:${site.port}/`;
  browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [] });
  const failed = browser.page.waitForEvent('requestfailed');
  await browser.page.evaluate((server) => void window.client.embed(server), sandbox.origin);
  expect((await failed).failure()?.errorText).toContain('ERR_CERT_AUTHORITY_INVALID');
  expect(sandbox.control.requests).toEqual([]);
  await sandbox.stop();
});
