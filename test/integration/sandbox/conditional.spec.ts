import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let url: string;
beforeEach(async () => {
  sandbox = await startSandbox();
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  url = alex.application._embedded.me?._links.callForwardingSettings?.href ?? '';
});
afterEach(() => sandbox.stop());

const codeOf = async (reply: Response) => ((await reply.json()) as { code?: string }).code;

describe('conditional requests', () => {
  it('answers 304 without a body to a client that has the representation', async () => {
    const first = await alex.send('GET', url);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\w+"$/);
    const again = await alex.send('GET', url, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await alex.send('GET', url, { headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('insists on If-Match, the newest representation and the property to be passed', async () => {
    const read = await alex.send('GET', url);
    const etag = read.headers.get('etag') ?? '';
    const body = (await read.json()) as Record<string, unknown>;
    const passed = Object.entries(body).find(([, value]) => /pass this/.test(String(value)));
    expect(passed?.[0]).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
    const put = (headers: Record<string, string>, change: object) =>
      alex.send('PUT', url, {
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ ...body, ...change }),
      });
    const missing = await put({}, {});
    expect([missing.status, await codeOf(missing)]).toEqual([428, 'PreconditionRequired']);
    const incomplete = await put({ 'If-Match': etag }, { [passed?.[0] ?? '']: undefined });
    expect(incomplete.status).toBe(400);
    expect((await put({ 'If-Match': etag }, { activePeriod: 'Workhours' })).status).toBe(204);
    const stale = await put({ 'If-Match': etag }, {});
    expect([stale.status, await codeOf(stale)]).toEqual([412, 'PreconditionFailed']);
    expect((await alex.send('PUT', `${url}/turnOffCallForwarding`)).status).toBe(405);
    expect((await alex.send('POST', `${url}/turnOffCallForwarding`)).status).toBe(204);
    expect(await (await alex.send('GET', url)).json()).toEqual(body);
  });
});
