import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SignInRequest, signIn } from '../../../app/ucwa/sign-in.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import {
  applicationResource,
  challengeHeaders,
  meResource,
  ScriptedUcwa,
  token,
} from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
});
afterEach(async () => {
  transport.close();
  await server.stop();
});

async function run(change: Partial<SignInRequest> = {}) {
  const dependencies = ucwaDependencies(transport);
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl, ...change });
  const application = await signIn(request, dependencies);
  await application.upToDate();
  application.stop();
  return { application, dependencies };
}

const failing = (change: Partial<SignInRequest> = {}) =>
  run(change).then(
    () => {
      throw new Error('signed in');
    },
    (error: unknown) => error,
  );

describe('signing in', () => {
  it('goes through all steps, in order, with one ticket', async () => {
    const steps: string[] = [];
    const tickets: string[] = [];
    const { application } = await run({
      onStep: (step) => steps.push(step),
      onKept: ({ ticket }) => {
        if (ticket !== undefined) tickets.push(ticket.accessToken);
      },
    });
    expect(steps).toEqual([
      'discovering',
      'authenticating',
      'creating-application',
      'making-available',
    ]);
    expect(tickets).toEqual([token]);
    expect(application.me.properties.name).toBe('Alex Rivera');
    expect(server.requests.map((each) => `${each.method} ${each.url}`)).toEqual([
      'GET /root',
      'GET /user',
      'POST /ticket',
      'GET /user',
      'POST /apps',
      'POST /apps/1/makeMeAvailable',
      'GET /apps/1/me',
      'GET /apps/1/communication',
    ]);
  });

  it('sends no cookie, and the ticket only where it belongs', async () => {
    await run();
    for (const request of server.requests) {
      expect(request.headers.cookie, request.url).toBeUndefined();
    }
    const withTicket = server.requests.filter((each) => each.headers.authorization !== undefined);
    expect(withTicket.map((each) => each.url)).not.toContain('/root');
    expect(withTicket.map((each) => each.url)).not.toContain('/ticket');
    expect(server.seen('POST', /^\/apps$/)[0]?.headers['x-ms-requiresminresourceversion']).toBe(
      '2',
    );
  });

  it('registers what it can take, and reads me again', async () => {
    const { application } = await run();
    const [request] = server.seen('POST', /makeMeAvailable/);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      supportedModalities: ['Messaging', 'Audio', 'Video', 'PhoneAudio'],
      supportedMessageFormats: ['Plain', 'Html'],
    });
    expect(Object.keys(application.me.links)).toContain('presence');
  });

  it('registers less where policy forbids a modality', async () => {
    const forbidden = { status: 403, body: { code: 'Forbidden' } };
    ucwa.on('POST /apps/1/makeMeAvailable', forbidden, { status: 204 });
    await run();
    const registered = server.seen('POST', /makeMeAvailable/).map((each) => JSON.parse(each.body));
    expect(registered[1].supportedModalities).toEqual(['Messaging', 'Audio', 'PhoneAudio']);
  });

  it('takes 200 with a living application for a success, and posts no second makeMeAvailable', async () => {
    ucwa.on('POST /apps', (request) =>
      ucwa.authorized(request, { status: 200, body: applicationResource('1', true) }),
    );
    await run();
    expect(server.seen('POST', /makeMeAvailable/)).toHaveLength(0);
  });

  it('goes on when the user is available already', async () => {
    const conflict = { status: 409, body: { code: 'Conflict', subcode: 'AlreadyExists' } };
    ucwa.on('POST /apps/1/makeMeAvailable', conflict);
    const { application } = await run();
    expect(Object.keys(application.me.links)).toContain('reportMyActivity');
  });

  it('fetches what the application links to instead of embedding it', async () => {
    const { _embedded, ...bare } = applicationResource();
    const hubs = {
      me: '/apps/1/me',
      people: '/apps/1/people',
      communication: '/apps/1/communication',
    };
    const links = Object.entries(hubs).map(([rel, href]) => [rel, { href }]);
    const body = { ...bare, _links: { ...bare._links, ...Object.fromEntries(links) } };
    ucwa.on('POST /apps', (request) => ucwa.authorized(request, { status: 201, body }));
    ucwa.on('GET /apps/1/people', { body: _embedded.people });
    ucwa.on('GET /apps/1/me', { body: meResource(true) });
    const { application } = await run();
    expect(application.people.href).toBe(`${server.origin}/apps/1/people`);
  });

  it('uses the ticket of an earlier run while it lives', async () => {
    const ticket = { accessToken: token, expiresAtMs: Date.now() + 60_000, origin: server.origin };
    await run({ ticket });
    expect(server.seen('POST', /ticket/)).toHaveLength(0);
  });

  it('gets a new ticket when the one of an earlier run is refused or at its end', async () => {
    for (const expiresAtMs of [Date.now() + 60_000, Date.now() - 1]) {
      server.requests.length = 0;
      await run({ ticket: { accessToken: 'cwt=OLD', expiresAtMs, origin: server.origin } });
      expect(server.seen('POST', /ticket/)).toHaveLength(1);
    }
  });

  it('takes a 403 about an invalid token for a 401', async () => {
    ucwa.on(
      'GET /user',
      {
        status: 403,
        headers: {
          ...challengeHeaders(server.origin),
          'X-Ms-diagnostics': '28055;source="web";faultcode="wsse:FailedAuthentication"',
        },
      },
      { body: { _links: { applications: { href: `${server.origin}/apps` } } } },
    );
    await run();
    expect(server.seen('POST', /ticket/)).toHaveLength(1);
  });

  it('can be aborted', async () => {
    const abort = new AbortController();
    ucwa.on('POST /apps', 'hang');
    const running = failing({ signal: abort.signal });
    await server.waitFor('POST', /^\/apps$/);
    abort.abort();
    expect(await running).toMatchObject({ kind: 'transport', cause: { kind: 'aborted' } });
  });
});

describe('redirects and other hosts', () => {
  let other: ScriptedServer;
  let pool: ScriptedUcwa;
  beforeEach(async () => {
    other = await ScriptedServer.start();
    pool = new ScriptedUcwa(other);
    pool.token = 'cwt=POOL';
  });
  afterEach(() => other.stop());

  it('follows redirect in the root document', async () => {
    ucwa.on('GET /root', { body: { _links: { redirect: { href: pool.discoveryUrl } } } });
    await run();
    expect(other.seen('POST', /^\/apps$/)).toHaveLength(1);
  });

  it('stops following redirects that never end', async () => {
    ucwa.on('GET /root', { body: { _links: { redirect: { href: ucwa.discoveryUrl } } } });
    expect(await failing()).toMatchObject({ problem: 'not-a-ucwa-server' });
    expect(server.requests.length).toBeLessThan(20);
  });

  it('takes an applications URL for a discovery URL', async () => {
    ucwa.on('GET /ucwa/applications', (request) => ucwa.authorized(request, { status: 405 }));
    ucwa.on('POST /ucwa/applications', (request) =>
      ucwa.authorized(request, { status: 201, body: applicationResource() }),
    );
    await run({ discoveryUrl: `${server.origin}/ucwa/applications` });
    expect(server.requests.map((each) => `${each.method} ${each.url}`).slice(0, 4)).toEqual([
      'GET /ucwa/applications',
      'POST /ucwa/applications',
      'POST /ticket',
      'POST /ucwa/applications',
    ]);
  });

  it('takes a user URL for a discovery URL', async () => {
    await run({ discoveryUrl: `${server.origin}/user` });
    expect(server.seen('POST', /^\/apps$/)).toHaveLength(1);
  });
});

describe('the server of an earlier run', () => {
  const living = () => ({
    accessToken: token,
    expiresAtMs: Date.now() + 60_000,
    origin: server.origin,
  });
  const known = (url = `${server.origin}/apps`): Partial<SignInRequest> => ({
    knownApplicationsUrl: url,
    ticket: living(),
  });
  const firstRequests = (count: number) =>
    server.requests.slice(0, count).map((each) => `${each.method} ${each.url}`);

  it('is told to whoever keeps it', async () => {
    const kept: unknown[] = [];
    await run({ onKept: ({ knownApplicationsUrl }) => kept.push(knownApplicationsUrl) });
    expect(kept.at(-1)).toBe(`${server.origin}/apps`);
  });

  it('makes the way in a single request while the ticket lives', async () => {
    await run(known());
    expect(firstRequests(2)).toEqual(['POST /apps', 'POST /apps/1/makeMeAvailable']);
  });

  it('is asked for a new ticket without discovery when the old one has ended', async () => {
    await run({ ...known(), ticket: null });
    expect(firstRequests(3)).toEqual(['POST /apps', 'POST /ticket', 'POST /apps']);
  });

  it.each([403, 404, 502])('is forgotten and found anew when it answers %i', async (status) => {
    const kept: unknown[] = [];
    ucwa.on('POST /old', { status });
    ucwa.on('GET /old', (request) => ucwa.authorized(request, { status: 405 }));
    await run({
      ...known(`${server.origin}/old`),
      onKept: (change) => {
        if ('knownApplicationsUrl' in change) kept.push(change.knownApplicationsUrl);
      },
    });
    expect(kept).toEqual([null, `${server.origin}/apps`]);
    expect(server.seen('GET', /^\/root/)).toHaveLength(1);
  });

  it('is forgotten when no connection comes about twice', async () => {
    ucwa.on('POST /old', 'drop');
    await run(known(`${server.origin}/old`));
    expect(server.seen('POST', /old/)).toHaveLength(2);
    expect(server.seen('GET', /^\/root/)).toHaveLength(1);
  });

  it('is kept when it is only busy', async () => {
    ucwa.on('POST /old', { status: 503 });
    expect(await failing(known(`${server.origin}/old`))).toMatchObject({ status: 503 });
    expect(server.seen('GET', /^\/root/)).toHaveLength(0);
  });
});

describe('what keeps a sign-in from succeeding', () => {
  it('a wrong password', async () => {
    ucwa.on('POST /ticket', { status: 400, body: { error: 'invalid_grant' } });
    expect(await failing()).toMatchObject({
      problem: 'wrong-password',
      host: new URL(server.origin).host,
    });
  });

  it('a clock that is off, seen when the password is refused', async () => {
    const headers = { Date: new Date(Date.now() + 45 * 60_000).toUTCString() };
    ucwa.on('POST /ticket', { status: 400, headers, body: { error: 'invalid_grant' } });
    expect(await failing()).toMatchObject({ problem: 'clock-skew', detail: '+45 min' });
  });

  it('a clock that is off, seen when a fresh ticket is refused', async () => {
    const headers = {
      ...challengeHeaders(server.origin),
      Date: new Date(Date.now() - 3 * 3_600_000).toUTCString(),
    };
    ucwa.on('GET /user', { status: 401, headers });
    expect(await failing()).toMatchObject({ problem: 'clock-skew', detail: '-180 min' });
  });

  it('a server without password grant', async () => {
    ucwa.on('GET /user', {
      status: 401,
      headers: challengeHeaders(server.origin, 'urn:microsoft.rtc:windows'),
    });
    expect(await failing()).toMatchObject({
      problem: 'method-not-offered',
      detail: 'urn:microsoft.rtc:windows',
    });
    expect(server.seen('POST', /ticket/)).toHaveLength(0);
  });

  it('a server that asks for another kind of authentication', async () => {
    ucwa.on('GET /user', { status: 401, headers: { 'WWW-Authenticate': ['Negotiate', 'NTLM'] } });
    expect(await failing({ discoveryUrl: ucwa.discoveryUrl })).toMatchObject({
      problem: 'method-not-offered',
      detail: 'Negotiate, NTLM',
    });
  });

  it('a ticket service that is not secure', async () => {
    const headers = {
      'WWW-Authenticate': 'MsRtcOAuth href="http://web.example.test/ticket",grant_type="password"',
    };
    ucwa.on('GET /user', { status: 401, headers });
    expect(await failing()).toMatchObject({ problem: 'not-a-ucwa-server' });
  });

  it.each([
    ['TooManyApplications', 'too-many-applications'],
    ['InactiveApplicationExpired', 'application-expired'],
    ['UserAgentNotAllowed', 'user-agent-not-allowed'],
  ])('410 %s', async (subcode, problem) => {
    ucwa.on('POST /apps', { status: 410, body: { code: 'Gone', subcode } });
    expect(await failing()).toMatchObject({ problem });
  });

  it('policy', async () => {
    const refusal = { status: 403, body: { code: 'Forbidden', message: 'Not for you.' } };
    ucwa.on('POST /apps', refusal);
    expect(await failing()).toMatchObject({ problem: 'forbidden', detail: 'Not for you.' });
  });

  it.each([
    ['a web site', { headers: { 'Content-Type': 'text/html' }, body: '<html></html>' }],
    ['nothing there', { status: 404 }],
    ['JSON of something else', { body: { hello: 'world' } }],
    ['a redirect elsewhere', { status: 302, headers: { Location: 'https://portal.other.test/' } }],
  ])('an address with %s', async (_, answer) => {
    ucwa.on('GET /root', answer);
    expect(await failing()).toMatchObject({ problem: 'not-a-ucwa-server' });
  });

  it('a server in trouble', async () => {
    ucwa.on('POST /apps', { status: 503, body: '<html>' });
    expect(await failing()).toMatchObject({ name: 'UcwaError', status: 503, advice: 'retry' });
  });

  it('a server that is not there', async () => {
    expect(await failing({ discoveryUrl: 'http://127.0.0.1:1/root' })).toMatchObject({
      kind: 'transport',
      host: '127.0.0.1:1',
      cause: { kind: 'connection-failed' },
    });
  });
});

it('writes neither password nor token to the log or into an error', async () => {
  const { dependencies } = await run();
  ucwa.on('POST /ticket', { status: 400, body: { error: 'invalid_grant' } });
  const error = await failing();
  const text = dependencies.logger.text() + JSON.stringify(error) + String(error);
  expect(text).toContain('Got a web ticket');
  expect(text).not.toContain('correct horse');
  expect(text).not.toContain(token);
});
