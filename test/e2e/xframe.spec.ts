import { startSandbox } from '../../main/sandbox/index.ts';
import { UcwaClient } from '../integration/sandbox/ucwa-client.ts';
import { Browser, ClientSite } from './support/browser.ts';
import { expect, test } from './support/fixtures.ts';
import { talk, whatItIsTold } from './support/frame-client.ts';

const foreignHost = 'app.fabrikam.test';

let site: ClientSite;
let browser: Browser;

test.beforeEach(async () => {
  site = await ClientSite.start();
});

test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

test('a page of another origin signs in and talks through the frame', async ({
  runtime,
  surroundings,
}) => {
  const sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
  const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
  const url = `http://localhost:${site.port}/`;
  browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [] });
  expect(await talk(browser.page, sandbox.origin)).toMatchObject(whatItIsTold);
  const invitation = await sam.until('messagingInvitation', 'started');
  expect(invitation._embedded?.messagingInvitation?._links.message?.href).toContain('Hello');
  await sandbox.stop();
});

for (const allowed of [false, true]) {
  test(`a page from elsewhere is ${allowed ? 'served when it is on the list' : 'refused'}`, async ({
    runtime,
    surroundings,
  }) => {
    const origin = `http://${foreignHost}:${site.port}`;
    const sandbox = await startSandbox({ allowedOrigins: allowed ? [origin] : [] });
    const url = `${origin}/`;
    browser = await Browser.open({ runtime, env: surroundings.env, url, hosts: [foreignHost] });
    const answer = await browser.page.evaluate(async (server) => {
      await window.client.embed(server);
      return window.client.request('GET', '/');
    }, sandbox.origin);
    expect(answer.status).toBe(allowed ? 200 : 403);
    if (!allowed)
      expect(answer.headers).toContain(
        'reason="Service does not allow a cross domain request from this origin."',
      );
    await sandbox.stop();
  });
}
