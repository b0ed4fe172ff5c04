import https from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../main/sandbox/index.ts';
import { passwordTicket, type Resource, refusal, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;

async function start(options: SandboxOptions = {}): Promise<UcwaClient> {
  sandbox = await startSandbox(options);
  return new UcwaClient(sandbox.origin);
}

afterEach(() => sandbox.stop());

const secondRevision = { 'X-MS-RequiresMinResourceVersion': '2.0' };

async function json(response: Response | Promise<Response>): Promise<Resource> {
  return (await (await response).json()) as Resource;
}

describe('discovery', () => {
  it('answers on the root of a discovery host and on its own address', async () => {
    await start();
    for (const url of [sandbox.discoveryUrl, `${sandbox.origin}/?sipuri=alex@parley.test`]) {
      const root = await json(fetch(url));
      expect(root._links.user?.href).toBe(
        `${sandbox.origin}/Autodiscover/AutodiscoverService.svc/root/oauth/user?originalDomain=parley.test`,
      );
    }
  });

  it('redirects instead of naming a user resource when told so', async () => {
    await start();
    sandbox.control.setRedirect('https://pool2.parley.test/root');
    const root = await json(fetch(sandbox.discoveryUrl));
    expect(root._links.redirect?.href).toBe('https://pool2.parley.test/root');
    expect(root._links).not.toHaveProperty('user');
  });

  it('challenges with both headers, then names the applications', async () => {
    const client = await start();
    const root = await json(fetch(sandbox.discoveryUrl));
    const refused = await fetch(root._links.user?.href ?? '');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toBe('text/html');
    const challenges = refused.headers.get('www-authenticate') ?? '';
    expect(challenges).toMatch(/^Bearer trusted_issuers="", client_id="[^"]+", MsRtcOAuth href="/);
    expect(challenges).toContain(`href="${sandbox.origin}/WebTicket/oauthtoken",grant_type="`);
    client.ticket = String(
      (await json(passwordTicket(sandbox.origin, 'alex@parley.test'))).access_token,
    );
    const user = await client.get(root._links.user?.href);
    expect(user._links.applications?.href).toBe(`${sandbox.origin}/ucwa/oauth/v1/applications`);
  });
});

describe('web tickets', () => {
  it.each(['alex@parley.test', 'sip:alex@parley.test', 'PARLEY\\alex', 'Alex@Parley.Test'])(
    'are given to %s',
    async (userName) => {
      await start();
      const reply = await passwordTicket(sandbox.origin, userName);
      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({
        access_token: expect.stringMatching(/^cwt=/),
        expires_in: 28_289,
        ms_rtc_identityscope: 'local',
        token_type: 'Bearer',
      });
    },
  );

  it('are refused for a wrong password, an unknown grant, and a missing user name', async () => {
    await start();
    const wrong = await passwordTicket(sandbox.origin, 'alex@parley.test', 'nope');
    expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'invalid_grant' }]);
    const missing = await passwordTicket(sandbox.origin, '');
    expect(await missing.json()).toEqual({ error: 'invalid_request' });
    sandbox.control.setGrants(['windows']);
    const none = await passwordTicket(sandbox.origin, 'alex@parley.test');
    expect(await none.json()).toEqual({ error: 'unsupported_grant_type' });
  });
});

describe('applications', () => {
  it('are made once per endpoint: 201, then 200 with the same', async () => {
    const client = await start();
    client.ticket = String(
      (await json(passwordTicket(sandbox.origin, 'alex@parley.test'))).access_token,
    );
    expect((await client.register('one')).status).toBe(201);
    const first = client.application.id;
    expect((await client.register('one')).status).toBe(200);
    expect(client.application.id).toBe(first);
    expect((await client.register('two')).status).toBe(201);
    expect(client.application.id).not.toBe(first);
    const missing = await client.post('/ucwa/oauth/v1/applications', { culture: 'en-US' });
    expect(await missing.json()).toMatchObject({
      code: 'BadRequest',
      subcode: 'ParameterValidationFailure',
      parameters: [{ name: 'endpointId' }, { name: 'userAgent' }],
    });
  });

  it('gain links once the user is available, and only once', async () => {
    const client = await start();
    client.ticket = String(
      (await json(passwordTicket(sandbox.origin, 'alex@parley.test'))).access_token,
    );
    await client.register('one');
    const href = client.application._embedded.me?._links.self?.href;
    const before = await client.get(href);
    expect(before._links).not.toHaveProperty('presence');
    const early = await client.post(`${client.application._links.self?.href}/me/reportMyActivity`);
    expect([early.status, (await json(early)).subcode]).toEqual([409, 'MakeMeAvailableRequired']);
    await client.makeAvailable();
    const after = await client.get(href);
    expect(after._links).not.toHaveProperty('makeMeAvailable');
    expect(Object.keys(after._links)).toEqual(
      expect.arrayContaining(['presence', 'note', 'location', 'reportMyActivity']),
    );
    expect((await client.post(after._links.reportMyActivity?.href)).status).toBe(204);
    const byHand = `${client.application._links.self?.href}/reportMyActivity`;
    expect((await client.post(byHand)).status).toBe(204);
    const again = await client.post(before._links.makeMeAvailable?.href);
    expect([again.status, (await json(again)).subcode]).toEqual([409, 'AlreadyExists']);
  });

  it('end with DELETE: the hanging request ends too, and nothing is left', async () => {
    await start({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
    const client = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    await client.poll();
    const hanging = client.send('GET', client.eventsUrl());
    await sandboxPolls('alex@parley.test');
    const self = client.application._links.self?.href;
    expect((await client.send('DELETE', self)).status).toBe(204);
    expect((await hanging).status).toBe(404);
    const gone = await client.send('GET', self);
    expect(await gone.json()).toMatchObject({ code: 'NotFound', subcode: 'ApplicationNotFound' });
  });

  it('end when nobody asks for events any more', async () => {
    // Long enough for a slow machine to have signed in.
    await start({ applicationTimeoutMs: 1_000 });
    const client = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const left = () => sandbox.control.applicationsOf('alex@parley.test');
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
    const gone = await client.send('GET', client.eventsUrl());
    expect(await gone.json()).toMatchObject({ code: 'NotFound', subcode: 'ApplicationNotFound' });
  });

  it('hear what being available brought, in the documented order', async () => {
    await start({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
    const client = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    await client.until('communication', 'updated');
    expect(client.events.map(({ sender, link, type }) => `${sender}: ${link.rel} ${type}`)).toEqual(
      [
        'me: me updated',
        'me: presence added',
        'me: note added',
        'me: location added',
        'communication: communication updated',
      ],
    );
  });

  it('have an event channel for each of their instances', async () => {
    await start();
    const first = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const tab = new UcwaClient(sandbox.origin);
    tab.ticket = first.ticket;
    expect((await tab.register('alex@parley.test', { instanceId: 'tab' })).status).toBe(200);
    expect(new URL(tab.eventsUrl()).searchParams.get('instanceId')).toBe('tab');
    expect(tab.application.id).toBe(first.application.id);
    expect((await tab.send('DELETE', tab.application._links.self?.href)).status).toBe(204);
    expect(sandbox.control.applicationsOf('alex@parley.test')).toHaveLength(1);
    expect((await tab.send('GET', tab.eventsUrl())).status).toBe(404);
  });

  it('belong to their user', async () => {
    await start();
    const alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    expect((await sam.send('GET', alex.application._links.self?.href)).status).toBe(403);
  });
});

/** Waits until the user's event request has reached the server. */
async function sandboxPolls(user: string): Promise<void> {
  await expect
    .poll(() => sandbox.control.applicationsOf(user).some(({ polling }) => polling), {
      interval: 5,
    })
    .toBe(true);
}

describe('HTTPS', () => {
  function get(url: string, ca: string | undefined): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const request = https.get(url, ca === undefined ? {} : { ca }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
    });
  }

  it('is trusted with its own authority, for its discovery names too, and not without', async () => {
    await start({ tls: 'self-signed', hostName: 'localhost' });
    expect(sandbox.discoveryUrl).toMatch(/^https:\/\/localhost:/);
    expect(await get(sandbox.discoveryUrl, sandbox.certificateAuthorityPem)).toBe(200);
    await expect(get(sandbox.discoveryUrl, undefined)).rejects.toThrow(/certificate/);
    const port = new URL(sandbox.origin).port;
    const asDiscovery = await new Promise<number | undefined>((resolve, reject) => {
      https
        .get(
          {
            host: '127.0.0.1',
            port,
            path: '/',
            servername: 'lyncdiscover.parley.test',
            ca: sandbox.certificateAuthorityPem,
            headers: { Host: 'lyncdiscover.parley.test' },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
        .on('error', reject);
    });
    expect(asDiscovery).toBe(200);
  });
});

describe('people', () => {
  it('are contacts of each other and can be searched', async () => {
    await start();
    const alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const people = await alex.get(alex.application._embedded.people?._links.self?.href);
    const contacts = (await alex.get(people._links.myContacts?.href))._embedded.contact;
    expect(contacts).toHaveLength(sandbox.users.length - 1);
    const found = await alex.get(`${people._links.search?.href}?query=okafor`);
    expect(found._embedded.contact).toMatchObject([
      { name: 'Sam Okafor', uri: 'sip:sam@parley.test' },
    ]);
  });

  it('are seen coming and going by those who subscribed', async () => {
    await start({ eventChannel: { mediumSeconds: 0, minimumSeconds: 0 } });
    const alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const people = await alex.get(alex.application._embedded.people?._links.self?.href);
    const reply = await alex.post(people._links.presenceSubscriptions?.href, {
      duration: 30,
      uris: ['sip:sam@parley.test'],
    });
    const subscription = (await json(reply))._links.self?.href;
    await alex.until('contact', 'added');
    await alex.until('presenceSubscription', 'added');
    const availability = async () => {
      const { link } = await alex.until('contactPresence', 'updated');
      return (await alex.get(link.href)).availability;
    };
    expect(await availability()).toBe('Offline');
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    expect(await availability()).toBe('Online');
    await sam.send('DELETE', sam.application._links.self?.href);
    expect(await availability()).toBe('Offline');
    expect((await alex.post(`${subscription}?duration=10`)).status).toBe(200);
    expect((await alex.send('DELETE', subscription)).status).toBe(204);
    await alex.until('presenceSubscription', 'deleted');
  });

  it('are read in one batch', async () => {
    await start();
    const alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const base = alex.application._links.self?.href;
    const part = (path: string) =>
      `--b\r\nContent-Type: application/http; msgtype=request\r\n\r\nGET ${base}/${path} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n`;
    const reply = await alex.send('POST', alex.application._links.batch?.href, {
      headers: { 'Content-Type': 'multipart/batching;boundary="b"' },
      body: `${part('people/sam@parley.test')}${part('people/nobody@parley.test')}--b--\r\n`,
    });
    const text = await reply.text();
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
    expect(text).toContain('Sam Okafor');
  });
});

describe('requests that cannot be served', () => {
  it('are told why', async () => {
    await start();
    const alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    const self = alex.application._links.self?.href;
    const note = { method: 'POST', href: `${self}/me/note` };
    expect(await refusal(alex.send('GET', `${self}/nothing`))).toBe('404 NotFound');
    expect(await refusal(alex.send('DELETE', `${self}/me`))).toBe('405 MethodNotAllowed');
    expect(await refusal(alex.send('GET', self, { headers: { Accept: 'image/png' } }))).toBe(
      '406 NotAcceptable',
    );
    const newer = { 'X-MS-RequiresMinResourceVersion': '3' };
    expect(await refusal(alex.send('GET', self, { headers: newer }))).toBe(
      '404 NotFound APIVersionNotSupported',
    );
    expect(
      (await alex.send('GET', self, { headers: { ...newer, ...secondRevision } })).status,
    ).toBe(200);
    const csv = { headers: { 'Content-Type': 'text/csv' }, body: 'a;b' };
    expect(await refusal(alex.send(note.method, note.href, csv))).toBe('415 UnsupportedMediaType');
    const broken = { headers: { 'Content-Type': 'application/json' }, body: '{' };
    expect(await refusal(alex.send(note.method, note.href, broken))).toBe(
      '400 BadRequest DeserializationFailure',
    );
    const large = { headers: { 'Content-Type': 'application/json' }, body: 'x'.repeat(5_000_000) };
    expect(await refusal(alex.send(note.method, note.href, large))).toBe('413 EntityTooLarge');
  });
});
