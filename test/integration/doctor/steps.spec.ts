import { afterEach, describe, expect, it } from 'vitest';
import { type DoctorResult, doctorSteps } from '../../../app/domain/doctor.ts';
import { examine } from '../../../app/services/doctor/examine.ts';
import {
  demoUsers,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../../main/sandbox/index.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import { challengeHeaders, ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { doctorOn, examined, type Network, passwordOf, promptEvents, routesTo } from './support.ts';

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ eventChannel: promptEvents, ...options });
  endings.push(() => sandbox.stop());
  return sandbox;
}

/** A server over HTTPS that discovery finds by name, with whom trusts it. */
async function startSecure(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; network: Network }> {
  const sandbox = await start({ tls: 'self-signed', hostName: 'lync.parley.test', ...options });
  const ca = sandbox.certificateAuthorityPem ?? '';
  return { sandbox, network: { ca, routes: routesTo(sandbox) } };
}

async function scripted(): Promise<ScriptedUcwa> {
  const server = await ScriptedServer.start();
  endings.push(() => server.stop());
  return new ScriptedUcwa(server);
}

const applications = (sandbox: Sandbox) => sandbox.control.applicationsOf('alex@parley.test');

describe('a server where all is well', () => {
  it('passes every step over HTTPS, found by name, and leaves nothing open', async () => {
    const { sandbox, network } = await startSecure();
    const run = await examined({}, network);
    expect(run.results.map(({ step }) => step)).toEqual(doctorSteps);
    expect(Object.values(run.statuses)).toEqual(doctorSteps.map(() => 'passed'));
    expect(run.text('names')).toContain('lyncdiscover.parley.test is 127.0.0.1');
    expect(run.text('certificates')).toMatch(
      /TLSv1\.[23]\): made for lync\.parley\.test by Parley/,
    );
    expect(run.text('challenge')).toContain('Parley can use: password, windows');
    expect(run.text('ticket')).toMatch(/knows you; its ticket lasts 471 min/);
    expect(run.text('events')).toMatch(/An event came back after \d+ ms/);
    expect(run.text('policies')).toMatch(/startAudioVideo.*\n.*Enabled/);
    expect(applications(sandbox)).toEqual([]);
  });

  it('makes an application of its own and does not touch the presence of one that runs', async () => {
    const sandbox = await start();
    await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    const posts = sandbox.control.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path }) => path).filter((path) => /makeMeAvailable/i.test(path))).toEqual(
      [],
    );
    expect(sandbox.control.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('without a password looks at what can be seen without, and asks for no ticket', async () => {
    const sandbox = await start();
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl, method: null }, {});
    expect(run.statuses).toMatchObject({
      challenge: 'passed',
      ticket: 'skipped',
      events: 'skipped',
    });
    expect(run.text('ticket')).toContain('No password was given');
    expect(run.text('application')).toContain('This takes a sign-in');
    expect(sandbox.control.ticketsOf('alex@parley.test')).toEqual([]);
  });
});

describe('names and discovery', () => {
  it('an unknown host: says which names were looked for and who has to enter them', async () => {
    const run = await examined({ address: 'alex@nowhere.invalid' }, {});
    expect(run.statuses).toMatchObject({ names: 'failed', discovery: 'failed', ticket: 'skipped' });
    expect(run.text('names')).toContain('lyncdiscover.nowhere.invalid is not known');
    expect(run.text('names')).toContain('enter lyncdiscover.nowhere.invalid in DNS');
    expect(run.text('ticket')).toContain('An earlier step did not succeed');
  });

  it('what is no address fails the first step in plain words', async () => {
    const run = await examined({ address: 'alex' }, {});
    expect(run.statuses).toMatchObject({ names: 'failed', closing: 'skipped' });
    expect(run.text('names')).toContain('That is not a sign-in address');
  });

  it('a web page of a proxy is recognised', async () => {
    const ucwa = await scripted();
    const html = { 'Content-Type': 'text/html; charset=utf-8' };
    ucwa.on('GET /root', { headers: html, body: '<html>Log in to the guest network</html>' });
    const run = await examined({ discoveryUrl: ucwa.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ discovery: 'failed', challenge: 'skipped' });
    expect(run.text('discovery')).toContain('/root answers with a web page (200)');
    expect(run.text('discovery')).toContain('sign in to the network or proxy with a browser');
  });
});

describe('certificates', () => {
  it('one of an unknown authority: shows the chain and says who can help', async () => {
    const { sandbox, network } = await startSecure();
    const { ca: _untrusted, ...others } = network;
    const run = await examined({}, others);
    expect(run.statuses).toMatchObject({ discovery: 'failed', certificates: 'failed' });
    expect(run.text('certificates')).toContain(
      'The certificate of lyncdiscover.parley.test is not trusted',
    );
    expect(run.text('certificates')).toMatch(
      /made for lync\.parley\.test by Parley sandbox authority/,
    );
    expect(run.text('certificates')).toContain('not trusted (');
    expect(run.text('certificates')).toContain('ask your administrator to install it');
    expect(sandbox.control.requests).toEqual([]);
  });

  it('plain HTTP on this computer has none', async () => {
    const sandbox = await start();
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ certificates: 'skipped', closing: 'passed' });
  });
});

describe('signing in', () => {
  it('a wrong password', async () => {
    const sandbox = await start();
    const method = passwordOf('alex@parley.test', 'not the password');
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl, method }, {});
    expect(run.statuses).toMatchObject({ ticket: 'failed', pool: 'skipped', closing: 'skipped' });
    expect(run.text('ticket')).toContain('Address and password do not match');
    expect(run.text('ticket')).toContain('mind Caps Lock');
  });

  it('a server that takes no passwords says what it takes', async () => {
    const sandbox = await start();
    sandbox.control.setGrants(['windows']);
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ challenge: 'failed', ticket: 'skipped' });
    expect(run.text('challenge')).toContain('Wanted, but not offered: password');
    expect(run.text('challenge')).toContain('Parley can use: windows');
  });

  it('a server that offers nothing that Parley can use', async () => {
    const sandbox = await start();
    sandbox.control.setGrants(['anonymous']);
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl, method: null }, {});
    expect(run.statuses).toMatchObject({ challenge: 'failed' });
    expect(run.text('challenge')).toContain('has to allow password, Windows or company sign-in');
  });

  it('a clock that is an hour off', async () => {
    const sandbox = await start();
    sandbox.control.fault('clock-offset');
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ clock: 'failed', ticket: 'passed' });
    expect(run.text('clock')).toMatch(/The clocks differ by 3[56]\d\d s/);
    expect(run.text('clock')).toContain('Set the clock of this computer');
  });
});

describe('the home server', () => {
  it('in another pool is followed, and its certificate looked at', async () => {
    const { sandbox: home } = await startSecure({ hostName: 'pool2.parley.test' });
    const { host: to, port } = new URL(home.origin);
    const front = await scripted();
    const href = home.discoveryUrl.replace('/root', '/root/oauth/user');
    front.on('GET /user', (request) =>
      front.authorized(request, { body: { _links: { redirect: { href } } } }),
    );
    const ca = home.certificateAuthorityPem ?? '';
    const routes = { 'pool2.parley.test': { host: '127.0.0.1', port: Number(port) } };
    const run = await examined({ discoveryUrl: front.discoveryUrl }, { ca, routes });
    expect(run.statuses).toMatchObject({
      pool: 'passed',
      application: 'passed',
      closing: 'passed',
    });
    expect(run.text('pool')).toContain(`Your home server is ${to}`);
    expect(run.text('pool')).toContain(`${new URL(front.discoveryUrl).host} sends to ${to}`);
    expect(run.text('pool')).toContain('made for pool2.parley.test by Parley sandbox authority');
  });

  it('that does not let the user in', async () => {
    const ucwa = await scripted();
    const headers = { 'X-Ms-diagnostics': '28005;reason="User alex is not enabled for UCWA"' };
    ucwa.on(
      'GET /user',
      { status: 401, headers: challengeHeaders(ucwa.server.origin) },
      { status: 401, headers: challengeHeaders(ucwa.server.origin) },
      { status: 403, headers },
    );
    const run = await examined({ discoveryUrl: ucwa.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({
      ticket: 'passed',
      pool: 'failed',
      application: 'skipped',
    });
    expect(run.text('pool')).toContain('28005;reason="User <user-1> is not enabled for UCWA"');
    expect(run.text('pool')).toContain('enable your account for UCWA');
  });
});

describe('the session', () => {
  it.each([
    ['user-agent-not-allowed', 'This server does not admit Parley'],
    ['too-many-applications', 'You are signed in at too many places'],
  ])('refused: %s', async (fault, words) => {
    const sandbox = await start();
    sandbox.control.fault(fault);
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({
      pool: 'passed',
      application: 'failed',
      closing: 'skipped',
    });
    expect(run.text('application')).toContain(words);
    expect(run.text('application')).toContain('Asked as Parley/test doctor');
  });

  it('whose event channel a proxy breaks', async () => {
    const sandbox = await start();
    sandbox.control.fault('events-html', { every: 1 });
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({
      application: 'passed',
      events: 'failed',
      policies: 'passed',
      closing: 'passed',
    });
    expect(run.text('events')).toContain('HTTP 504');
    expect(run.text('events')).toContain('must let them stay open for several minutes');
    expect(applications(sandbox)).toEqual([]);
  });

  it('whose event channel somebody else takes', async () => {
    const sandbox = await start();
    sandbox.control.fault('pget-replaced', { every: 1 });
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ events: 'failed' });
    expect(run.text('events')).toContain('The server ended the event channel (replaced)');
  });

  it('whose events get lost on the way', async () => {
    const ucwa = await scripted();
    ucwa.on('POST /apps/1/people/subscriptions', { status: 201 });
    const application = {
      rel: 'application',
      _links: { self: { href: '/apps/1' }, events: { href: '/apps/1/events?ack=1' } },
    };
    const me = { rel: 'me', uri: 'sip:alex@parley.test', _links: { self: { href: '/apps/1/me' } } };
    const people = {
      rel: 'people',
      _links: {
        self: { href: '/apps/1/people' },
        presenceSubscriptions: { href: '/apps/1/people/subscriptions' },
      },
    };
    ucwa.on('POST /apps', (request) =>
      ucwa.authorized(request, {
        status: 201,
        body: {
          ...application,
          _embedded: { me, people, communication: { rel: 'communication', _links: {} } },
        },
      }),
    );
    const run = await examined({ discoveryUrl: ucwa.discoveryUrl }, { eventWaitMs: 50 });
    expect(run.statuses).toMatchObject({
      events: 'failed',
      policies: 'warning',
      closing: 'passed',
    });
    expect(run.text('events')).toContain('No event came within 0 s');
  });

  it('in which video is not allowed', async () => {
    const users = demoUsers.map((user) => ({ ...user, videoAllowed: false }));
    const sandbox = await start({ users });
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.statuses).toMatchObject({ policies: 'warning', closing: 'passed' });
    expect(run.text('policies')).toContain('Video calls are not allowed');
    expect(run.text('policies')).not.toContain('Messages are not allowed');
  });

  it('whose policies cannot be had', async () => {
    const sandbox = await start();
    sandbox.control.fault('provisioning-data-unavailable');
    const run = await examined({ discoveryUrl: sandbox.discoveryUrl }, {});
    expect(run.text('policies')).toContain('ServiceFailure/ProvisioningDataUnavailable');
  });
});

describe('cancelling', () => {
  it('skips what remains, but closes what was opened', async () => {
    const sandbox = await start({ eventChannel: { minimumSeconds: 60 } });
    const cancelling = new AbortController();
    const running = examined({ discoveryUrl: sandbox.discoveryUrl }, {}, cancelling.signal);
    await sandbox.control.waitForRequest(({ path }) => /presenceSubscriptions$/i.test(path));
    cancelling.abort();
    const run = await running;
    expect(run.statuses).toMatchObject({
      application: 'passed',
      events: 'skipped',
      policies: 'skipped',
      closing: 'passed',
    });
    expect(applications(sandbox)).toEqual([]);
  });

  it('closes an application that the server was still making', async () => {
    const ucwa = await scripted();
    let answer = (): void => undefined;
    const after = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const application = {
      rel: 'application',
      _links: { self: { href: '/apps/1' }, events: { href: '/apps/1/events' } },
    };
    ucwa.on('POST /apps', (request) =>
      ucwa.authorized(request, { after, answer: { status: 201, body: application } }),
    );
    const cancelling = new AbortController();
    const running = examined({ discoveryUrl: ucwa.discoveryUrl }, {}, cancelling.signal);
    await ucwa.server.waitFor('POST', /^\/apps$/);
    cancelling.abort();
    answer();
    const run = await running;
    expect(run.statuses).toMatchObject({ application: 'skipped', closing: 'passed' });
    expect(ucwa.server.seen('DELETE', /^\/apps\/1$/)).toHaveLength(1);
  });

  it('by no longer listening closes what was opened too', async () => {
    const sandbox = await start();
    const { dependencies, close } = doctorOn({});
    const wish = {
      address: 'alex@parley.test',
      discoveryUrl: sandbox.discoveryUrl,
      trustedHosts: [],
      method: passwordOf('alex@parley.test', 'parley'),
    };
    let last: DoctorResult | null = null;
    for await (const result of examine(wish, dependencies, new AbortController().signal)) {
      last = result;
      if (result.step === 'application') break;
    }
    close();
    expect(last?.status).toBe('passed');
    expect(applications(sandbox)).toEqual([]);
  });
});
