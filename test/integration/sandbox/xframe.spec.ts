import { afterEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.stop());

const from = (origin: string) => fetch(sandbox.origin, { headers: { 'X-Ms-Origin': origin } });

it('serves pages of this machine, and others only when they are on the list', async () => {
  sandbox = await startSandbox({ allowedOrigins: ['https://app.fabrikam.test'] });
  expect((await from('http://localhost:8080')).status).toBe(200);
  expect((await from('https://app.fabrikam.test')).status).toBe(200);
  for (const origin of ['http://app.fabrikam.test', 'https://app.fabrikam.test:8443', 'null']) {
    const refused = await from(origin);
    expect(refused.status, origin).toBe(403);
    expect(refused.headers.get('x-ms-diagnostics')).toContain(
      'reason="Service does not allow a cross domain request from this origin."',
    );
  }
});

it('shows the frame where discovery says it is', async () => {
  sandbox = await startSandbox();
  const root: unknown = await (await fetch(sandbox.discoveryUrl)).json();
  const { xframe } = (root as { readonly _links: { readonly xframe: { readonly href: string } } })
    ._links;
  const page = await fetch(xframe.href);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<script>');
});
