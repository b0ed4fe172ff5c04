import { createHash } from 'node:crypto';
import { createType1Message, createType3Message, parseType2Message } from 'httpntlm/ntlm.js';
import { afterEach, expect, it } from 'vitest';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type GrantName, type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { WebVisitor } from '../../support/web-visitor.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.stop());

async function open(...grants: GrantName[]): Promise<void> {
  sandbox = await startSandbox({ grants });
}

const user = (origin = sandbox.origin) =>
  `${origin}/Autodiscover/AutodiscoverService.svc/root/oauth/user`;

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(sandbox.origin + path, { method: 'POST', body: new URLSearchParams(fields) });

it('names in its challenge what it offers', async () => {
  await open('passive', 'password');
  const plain = (await fetch(user())).headers.get('www-authenticate') ?? '';
  expect(plain).toContain(
    `MsRtcOAuth href="${sandbox.origin}/WebTicket/oauthtoken",grant_type="urn:microsoft.rtc:passive,password"`,
  );
  expect(plain).not.toContain('authorization_uri');
  sandbox.control.setGrants(['oauth']);
  const hosted = (await fetch(user())).headers.get('www-authenticate') ?? '';
  expect(hosted).not.toContain('MsRtcOAuth');
  expect(hosted).toContain(`authorization_uri="${sandbox.origin}/common/oauth2/authorize"`);
});

it('takes a ticket at the host that it was given for, and nowhere else', async () => {
  await open('password');
  const fields = { grant_type: 'password', username: 'alex@parley.test', password: 'parley' };
  const { access_token } = (await (await post('/WebTicket/oauthtoken', fields)).json()) as {
    access_token: string;
  };
  const headers = { Authorization: `Bearer ${access_token}` };
  expect((await fetch(user(), { headers })).status).toBe(200);
  const otherName = sandbox.origin.replace('127.0.0.1', 'localhost');
  expect((await fetch(user(otherName), { headers })).status).toBe(401);
});

it('ties an NTLM handshake to its connection', async () => {
  await open('windows');
  const account = { domain: 'PARLEY', username: 'alex', password: 'parley' };
  const send = (transport: NodeHttpTransport, authorization: string) =>
    transport.send({
      method: 'POST',
      url: `${sandbox.origin}/WebTicket/oauthtoken`,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Authorization: authorization,
      },
      body: 'grant_type=urn:microsoft.rtc:windows',
      timeoutMs: 5_000,
      maxBodyBytes: 10_000,
    });
  const [first, second] = [new NodeHttpTransport(), new NodeHttpTransport()];
  const { headers } = await send(first, createType1Message(account));
  const challenge = parseType2Message(headers['www-authenticate']?.[0] ?? '', () => undefined);
  const answer = createType3Message(challenge ?? {}, account);
  expect((await send(second, answer)).status).toBe(401);
  expect((await send(first, answer)).status).toBe(200);
  // The challenge is used up.
  expect((await send(first, answer)).status).toBe(401);
  first.close();
  second.close();
});

it('gives the cookie of the company page for the right password only', async () => {
  await open('passive');
  const visitor = new WebVisitor();
  await visitor.visit(`${sandbox.origin}/PassiveAuth/PassiveAuth.aspx`);
  expect(visitor.page.url).toContain('/adfs/ls/');
  await visitor.submit({ username: 'alex@parley.test', password: 'wrong' });
  expect(visitor.page.html).toContain('Incorrect user account or password.');
  await visitor.submit({ username: 'alex@parley.test', password: 'parley' });
  await visitor.submit({});
  expect([...visitor.cookies.keys()]).toEqual(['MSISAuth', 'RPSAuth']);
});

it('redeems a code once, with everything as it was asked for, and the verifier behind the challenge', async () => {
  await open('oauth');
  const verifier = 'v'.repeat(43);
  const asked = {
    client_id: 'parley-test',
    redirect_uri: 'http://127.0.0.1:9/',
    resource: sandbox.origin,
  };
  const query = new URLSearchParams({
    ...asked,
    response_type: 'code',
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const authorize = `/common/oauth2/authorize?${query}`;
  const codeOf = async (): Promise<string> => {
    const form = new URLSearchParams({ username: 'alex@parley.test', password: 'parley' });
    const url = sandbox.origin + authorize;
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('state');
    return back.searchParams.get('code') ?? '';
  };
  const redeem = async (change: Readonly<Record<string, string>>): Promise<number> => {
    const code = change.code ?? (await codeOf());
    const fields = { grant_type: 'authorization_code', ...asked, code_verifier: verifier, code };
    return (await post('/common/oauth2/token', { ...fields, ...change })).status;
  };
  for (const wrong of [
    { code_verifier: 'w'.repeat(43) },
    { client_id: 'somebody-else' },
    { redirect_uri: 'http://127.0.0.1:10/' },
    { resource: 'https://elsewhere.test' },
  ]) {
    expect(await redeem(wrong), JSON.stringify(wrong)).toBe(400);
  }
  const code = await codeOf();
  expect(await redeem({ code })).toBe(200);
  expect(await redeem({ code })).toBe(400);
});

it('sends nobody back to an address beyond the loopback, nor without PKCE', async () => {
  await open('oauth');
  const query = (change: Readonly<Record<string, string>>) =>
    new URLSearchParams({
      ...{ response_type: 'code', client_id: 'parley-test', resource: sandbox.origin },
      ...{ redirect_uri: 'http://127.0.0.1:9/', code_challenge: 'c'.repeat(43) },
      ...{ code_challenge_method: 'S256', ...change },
    });
  const status = async (change: Readonly<Record<string, string>>) =>
    (await fetch(`${sandbox.origin}/common/oauth2/authorize?${query(change)}`)).status;
  expect(await status({})).toBe(200);
  expect(await status({ redirect_uri: 'https://evil.test/' })).toBe(400);
  expect(await status({ code_challenge: '' })).toBe(400);
  expect(await status({ code_challenge_method: 'plain' })).toBe(400);
});

it('lets a guest of a meeting do nothing that takes an account', async () => {
  await open('anonymous');
  const meeting = sandbox.control.scheduleMeeting('sam@parley.test');
  const fields = {
    grant_type: 'urn:microsoft.rtc:anonmeeting',
    password: meeting.id,
    ms_rtc_conferenceuri: meeting.uri,
  };
  const ticket = (await (await post('/WebTicket/oauthtoken', fields)).json()) as {
    access_token: string;
    expires_in: number;
  };
  expect(ticket.expires_in).toBe(3543);
  const headers = {
    Authorization: `Bearer ${ticket.access_token}`,
    'Content-Type': 'application/json',
  };
  const body = JSON.stringify({ userAgent: 'test', endpointId: 'e', culture: 'en-US' });
  const url = `${sandbox.origin}/ucwa/oauth/v1/applications`;
  const created = await fetch(url, { method: 'POST', headers, body });
  const { _links } = (await created.json()) as { _links: { self: { href: string } } };
  const makeMeAvailable = `${sandbox.origin}${_links.self.href}/me/makeMeAvailable`;
  const refused = await fetch(makeMeAvailable, { method: 'POST', headers, body: '{}' });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ subcode: 'AnonymousNotAllowed' });
});
