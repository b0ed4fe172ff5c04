import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../app/ports/http-transport.ts';
import type { SignInMethod } from '../../../app/ucwa/auth/sign-in-method.ts';
import { type KeptSignIn, type SignInRequest, signIn } from '../../../app/ucwa/sign-in.ts';
import { findSignInOffer } from '../../../app/ucwa/sign-in-offer.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { type GrantName, type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { NtlmHttpTransport } from '../../support/ntlm-http-transport.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';
import { PersonSurfaces } from '../../support/sign-in-surfaces.ts';

const address = 'alex@parley.test';
const alex = { userName: address, password: 'parley' };
const passive: SignInMethod = { grant: 'passive', cookie: null };
const hosted: SignInMethod = { grant: 'hosted', clientId: 'parley-test', refreshToken: null };
const minuteMs = 60_000;

const transport = new NtlmHttpTransport();
let clock: ManualClock;
let sandbox: Sandbox;
let application: UcwaApplication | null = null;
let surfaces: PersonSurfaces;
let kept: KeptSignIn;
let waits: (string | null)[];

afterEach(async () => {
  application?.stop();
  application = null;
  await sandbox.stop();
  transport.close();
});

async function open(...grants: GrantName[]): Promise<void> {
  sandbox = await startSandbox({ grants });
  surfaces = new PersonSurfaces(alex);
  clock = new ManualClock();
  kept = {};
  waits = [];
}

function requestFor(method: SignInMethod, change: Partial<SignInRequest> = {}): SignInRequest {
  return signInRequest({
    ...{ address, method, discoveryUrl: sandbox.discoveryUrl },
    onKept: (news) => {
      kept = { ...kept, ...news };
    },
    onWaiting: (where) => waits.push(where),
    ...change,
  });
}

const dependencies = () => ({ ...ucwaDependencies(transport, clock), surfaces });

async function enter(method: SignInMethod, change: Partial<SignInRequest> = {}) {
  application = await signIn(requestFor(method, change), dependencies());
  await application.upToDate();
  return application;
}

/** The problem that keeps a sign-in from succeeding. */
const problemOf = (method: SignInMethod, change: Partial<SignInRequest> = {}) =>
  enter(method, change).then(
    () => 'signed in',
    (error: unknown) =>
      error !== null && typeof error === 'object' && 'problem' in error ? error.problem : error,
  );

/** What is kept of the sign-in before, as the next start gives it. */
const keptRequest = (): Partial<SignInRequest> => ({
  knownApplicationsUrl: kept.knownApplicationsUrl ?? null,
  interactive: false,
});

it.each<[GrantName[], string[]]>([
  [
    ['password', 'windows', 'anonymous'],
    ['password', 'windows', 'anonymous'],
  ],
  [['passive'], ['passive']],
  [['oauth'], ['hosted']],
  [
    ['password', 'oauth', 'passive'],
    ['password', 'passive', 'hosted'],
  ],
])('a server that offers %j is seen to offer %j', async (grants, expected) => {
  await open(...grants);
  const wish = { address, discoveryUrl: sandbox.discoveryUrl, trustedHosts: [] };
  const offer = await findSignInOffer(wish, dependencies(), new AbortController().signal);
  expect(offer).toEqual({
    type: 'offered',
    host: new URL(sandbox.origin).host,
    grants: expected,
  });
});

it('a way that is not offered is refused before anything is sent, and the offered ones are named', async () => {
  await open('passive', 'oauth');
  await expect(enter({ grant: 'password', account: alex })).rejects.toMatchObject({
    problem: 'method-not-offered',
    offered: ['passive', 'hosted'],
  });
  expect(sandbox.control.requests.map(({ method }) => method)).not.toContain('POST');
});

describe('Windows integrated', () => {
  const windows = (account: typeof alex | null): SignInMethod => ({ grant: 'windows', account });

  it.each(['PARLEY\\alex', address])('signs in with the typed account %s', async (userName) => {
    await open('windows');
    const { me } = await enter(windows({ ...alex, userName }));
    expect(me.properties.name).toBe('Alex Rivera');
    const posts = sandbox.control.requests.filter(({ path }) => path.startsWith('/WebTicket'));
    expect(posts.map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  it('tells a wrong password from an account of the computer that is not known', async () => {
    await open('windows');
    expect(await problemOf(windows({ ...alex, password: 'wrong' }))).toBe('wrong-password');
    expect(await problemOf(windows(null))).toBe('windows-account-refused');
  });

  it('lets the transport say who the user is in the user’s own domains only', async () => {
    await open('windows');
    const seen: unknown[] = [];
    const watching = {
      send: (request: HttpRequest, signal?: AbortSignal) => {
        if (request.integratedLogin !== undefined) seen.push(request.integratedLogin.domains);
        return transport.send(request, signal);
      },
    };
    const request = requestFor(windows(alex), { trustedHosts: ['pool.partner.test'] });
    application = await signIn(request, { ...dependencies(), transport: watching });
    await application.upToDate();
    expect(seen).toEqual([['parley.test', '127.0.0.1', 'pool.partner.test']]);
  });
});

describe('company sign-in page', () => {
  it('opens the page that the ticket service names and repeats the POST with its cookie', async () => {
    await open('passive');
    const { me } = await enter(passive);
    expect(me.properties.name).toBe('Alex Rivera');
    expect(surfaces.opened).toEqual([`${sandbox.origin}/PassiveAuth/PassiveAuth.aspx`]);
    expect(waits).toEqual(['window', null]);
    expect(kept.method).toMatchObject({ grant: 'passive', cookie: expect.any(String) });
  });

  it('needs nobody at the next start while the cookie is good', async () => {
    await open('passive');
    (await enter(passive)).stop();
    await enter(kept.method ?? passive, keptRequest());
    expect(surfaces.opened).toHaveLength(1);
  });

  it('says that the user is needed when the cookie is too old and nobody is there', async () => {
    await open('passive');
    (await enter(passive)).stop();
    sandbox.control.forgetSignIns();
    expect(await problemOf(kept.method ?? passive, keptRequest())).toBe('sign-in-needed');
    expect(surfaces.opened).toHaveLength(1);
  });

  it('ends calmly when the window is closed', async () => {
    await open('passive');
    surfaces.passiveWindow.authenticate = async () => ({ type: 'closed' });
    expect(await problemOf(passive)).toBe('sign-in-window-closed');
  });
});

describe('guest of a meeting', () => {
  const guest = (change: { conferenceId?: string } = {}): SignInMethod => {
    const { uri, id } = sandbox.control.scheduleMeeting('sam@parley.test');
    return { grant: 'anonymous', conferenceUri: uri, conferenceId: id, ...change };
  };

  it('joins, is not asked to be reachable, and stays the same guest when renewed', async () => {
    await open('anonymous');
    const { me, start } = await enter(guest());
    expect(me.properties.name).toBe('Guest');
    expect(sandbox.control.requests.some(({ path }) => /makeMeAvailable/.test(path))).toBe(false);
    start.call(application);
    const first = kept.ticket;
    const renewed = sandbox.control.waitForRequest(({ path }) => path.startsWith('/WebTicket'));
    clock.advance(55 * minuteMs);
    await renewed;
    await expect.poll(() => kept.ticket?.accessToken).not.toBe(first?.accessToken);
    await application?.client.get(me.href ?? '');
    const users = new Set(sandbox.control.requests.flatMap(({ userUri }) => userUri ?? []));
    expect(users.size).toBe(1);
  });

  it('is turned away from a meeting that is not there', async () => {
    await open('anonymous');
    expect(await problemOf(guest({ conferenceId: 'OTHER' }))).toBe('meeting-refused');
  });
});

describe('hosted service', () => {
  it('signs in by the browser, with PKCE and a state, and comes back to the loopback', async () => {
    await open('oauth');
    const { me } = await enter(hosted);
    expect(me.properties.name).toBe('Alex Rivera');
    expect(waits).toEqual(['browser', null]);
    const url = new URL(surfaces.opened[0] ?? '');
    expect(url.origin + url.pathname).toBe(`${sandbox.origin}/common/oauth2/authorize`);
    const parameters = Object.fromEntries(url.searchParams);
    expect(parameters).toMatchObject({
      response_type: 'code',
      client_id: 'parley-test',
      resource: sandbox.origin,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
      login_hint: address,
    });
  });

  it('has gone from the loopback afterwards', async () => {
    await open('oauth');
    await enter(hosted);
    const { searchParams } = new URL(surfaces.opened[0] ?? '');
    await expect(fetch(searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
  });

  it('needs no browser at the next start; the refresh token is replaced', async () => {
    await open('oauth');
    (await enter(hosted)).stop();
    const first = kept.method;
    await enter(first ?? hosted, keptRequest());
    expect(surfaces.opened).toHaveLength(1);
    expect(kept.method).toMatchObject({ grant: 'hosted', clientId: 'parley-test' });
    expect(kept.method).not.toEqual(first);
  });

  it('gives the refresh token to no other authorization server', async () => {
    await open('oauth');
    (await enter(hosted)).stop();
    if (kept.method?.grant !== 'hosted' || kept.method.refreshToken === null) throw new Error();
    const authorizationUri = 'https://login.elsewhere.test/authorize';
    const refreshToken = { ...kept.method.refreshToken, authorizationUri };
    const method: SignInMethod = { ...kept.method, refreshToken };
    sandbox.control.expireTokens();
    expect(await problemOf(method, keptRequest())).toBe('sign-in-needed');
    const asked = sandbox.control.requests.filter(({ path }) => path.endsWith('/token'));
    expect(asked).toHaveLength(1);
  });

  it('asks the user again when the refresh token is revoked, if the user is there', async () => {
    await open('oauth');
    (await enter(hosted)).stop();
    sandbox.control.forgetSignIns();
    expect(await problemOf(kept.method ?? hosted, keptRequest())).toBe('sign-in-needed');
    await enter(kept.method ?? hosted);
    expect(surfaces.opened).toHaveLength(2);
  });

  it('says so when the user declines, and when nobody registered Parley', async () => {
    await open('oauth');
    surfaces.decisions = ['cancel'];
    expect(await problemOf(hosted)).toBe('browser-sign-in-refused');
    expect(await problemOf({ ...hosted, clientId: '' })).toBe('client-id-missing');
  });

  it('takes no answer without its state, and waits on', async () => {
    await open('oauth');
    surfaces.decisions = ['ignore'];
    const running = enter(hosted);
    await expect.poll(() => surfaces.opened).toHaveLength(1);
    const { searchParams } = new URL(surfaces.opened[0] ?? '');
    const redirectUri = searchParams.get('redirect_uri') ?? '';
    for (const query of ['', '?code=x', '?code=x&state=guessed', '?error=access_denied&state=']) {
      expect((await fetch(redirectUri + query)).status).toBe(404);
    }
    surfaces.decisions = ['sign-in'];
    await surfaces.browser.open(surfaces.opened[0] ?? '');
    expect((await running).me.properties.name).toBe('Alex Rivera');
  });

  it('gives up when the user does not come back', async () => {
    await open('oauth');
    surfaces.decisions = ['ignore'];
    const problem = problemOf(hosted);
    await expect.poll(() => surfaces.opened).toHaveLength(1);
    clock.advance(5 * minuteMs);
    expect(await problem).toBe('browser-sign-in-timeout');
  });

  it('can be cancelled while the browser is open', async () => {
    await open('oauth');
    surfaces.decisions = ['ignore'];
    const abort = new AbortController();
    const running = problemOf(hosted, { signal: abort.signal });
    await expect.poll(() => surfaces.opened).toHaveLength(1);
    abort.abort();
    expect(await running).toMatchObject({ name: 'UcwaError' });
    const { searchParams } = new URL(surfaces.opened[0] ?? '');
    await expect(fetch(searchParams.get('redirect_uri') ?? '')).rejects.toThrow();
  });
});
