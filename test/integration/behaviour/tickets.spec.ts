import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import {
  applicationResource,
  challengeHeaders,
  type ScriptedUcwa,
  token,
} from '../../support/scripted-ucwa.ts';
import { PersonSurfaces } from '../../support/sign-in-surfaces.ts';
import type { Communicator } from '../services/support/communicator.ts';
import { invitationResource, ScriptedStage } from '../services/support/scripted-stage.ts';
import { Stage } from '../services/support/stage.ts';
import { connectCall, invitationEvent } from './support/call-script.ts';
import { alexAddress, password, SignInStage } from './support/sign-in-stage.ts';

let stage: SignInStage;
let ucwa: ScriptedUcwa;

beforeEach(async () => {
  stage = new SignInStage();
  ucwa = await stage.serve();
});
afterEach(() => stage.close());

const link = (href: string) => ({ href });
const tickets = ({ server }: ScriptedUcwa) => server.seen('POST', /^\/ticket$/);
const phase = ({ state }: Communicator) => state.session.phase;

/** `user` demands a ticket with this challenge until it gets one. */
function challengeWith(lines: string | string[]): void {
  const { origin } = ucwa.server;
  const found = { body: { _links: { applications: link(`${origin}/apps`) } } };
  ucwa.on('GET /user', ({ headers }) =>
    headers.authorization === `Bearer ${token}`
      ? found
      : { status: 401, headers: { 'WWW-Authenticate': lines }, body: '<html></html>' },
  );
}

it('5: challenges that arrive joined in one header line are told apart', async () => {
  challengeWith(challengeHeaders(ucwa.server.origin)['WWW-Authenticate'].join(', '));
  const alex = await stage.enter(ucwa);
  expect(phase(alex)).toBe('online');
  expect(tickets(ucwa)).toHaveLength(1);
});

it('6: the address of the ticket service is read without quotes, too', async () => {
  challengeWith([
    'Bearer trusted_issuers="", client_id="00000004-0000-0ff1-ce00-000000000000"',
    `MsRtcOAuth href=${ucwa.server.origin}/ticket,grant_type="urn:microsoft.rtc:windows,password"`,
  ]);
  const alex = await stage.enter(ucwa);
  expect(phase(alex)).toBe('online');
  expect(tickets(ucwa)).toHaveLength(1);
});

it('7: a typed password is posted form-encoded, every character intact', async () => {
  const typed = 'p&ss+w=rd %é"\\\u{1f511} ';
  const userName = 'CONTOSO\\alex';
  const alex = stage.add(ucwa.discoveryUrl);
  await alex.signInBy({ method: 'password', userName, password: typed }, alexAddress);
  const [grant] = tickets(ucwa);
  expect(grant?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded\b/);
  expect(Object.fromEntries(new URLSearchParams(grant?.body))).toEqual({
    ...{ grant_type: 'password', username: userName, password: typed },
  });
});

it('8: the company page that 400 invalid_grant names is opened, and its cookie is good for the ticket', async () => {
  const company = await Stage.open({ grants: ['passive'] });
  const person = { userName: 'alex@parley.test', password: 'parley' };
  const surfaces = new PersonSurfaces(person);
  const alex = company.add({ surfaces });
  const waits: unknown[] = [];
  alex.parley.store.patches.subscribe(() => {
    const { session } = alex.state;
    if (session.phase === 'signingIn') waits.push(session.waitingFor);
  });
  await alex.signInBy({ method: 'passive' }, person.userName);
  expect(alex.state.me?.name).toBe('Alex Rivera');
  expect(surfaces.opened).toEqual([expect.stringMatching(/\/PassiveAuth\/PassiveAuth\.aspx/)]);
  expect(waits).toContain('window');
  const asked = company.sandbox.control.requests.filter(({ path }) =>
    path.startsWith('/WebTicket'),
  );
  expect(asked.map(({ status }) => status)).toEqual([400, 200]);
  await company.close();
});

it.each([401, 403, 500])(
  '9: `applications` on another host answers %i: a ticket of that host is fetched and the POST repeated once',
  async (status) => {
    const pool = await stage.serve();
    pool.token = 'cwt=POOL';
    ucwa.on('GET /user', (request) =>
      ucwa.authorized(request, {
        body: { _links: { applications: link(`${pool.server.origin}/apps`) } },
      }),
    );
    const refusal = { status, headers: status === 401 ? challengeHeaders(pool.server.origin) : {} };
    const created = { status: 201, body: applicationResource() };
    pool.on('POST /apps', refusal, (request) => pool.authorized(request, created));
    pool.on('GET /apps', (request) => pool.authorized(request, { status: 405 }));
    const alex = await stage.enter(ucwa);
    expect(phase(alex)).toBe('online');
    expect(tickets(pool)).toHaveLength(1);
    expect(pool.server.seen('POST', /^\/apps$/)).toHaveLength(2);

    // Refused with its own ticket too, it is not asked a third time.
    pool.on('POST /apps', refusal);
    const other = stage.add(ucwa.discoveryUrl);
    await expect(other.signIn(alexAddress, password)).rejects.toThrow();
    expect(pool.server.seen('POST', /^\/apps$/)).toHaveLength(4);
  },
);

it('10: where `user` redirects to another pool, credentials are given anew there, and the old ticket is not', async () => {
  const pool = await stage.serve();
  pool.token = 'cwt=POOL';
  ucwa.on('GET /user', (request) =>
    ucwa.authorized(request, {
      body: { _links: { redirect: link(`${pool.server.origin}/user`) } },
    }),
  );
  const alex = await stage.enter(ucwa);
  expect(phase(alex)).toBe('online');
  expect([tickets(ucwa).length, tickets(pool).length]).toEqual([1, 1]);
  const shown = new Set(pool.server.requests.map(({ headers }) => headers.authorization));
  expect(shown).toEqual(new Set([undefined, 'Bearer cwt=POOL']));
});

it('11: close to the end of a ticket a new one is taken while the P-GET goes on hanging', async () => {
  const clock = new ManualClock();
  const scripted = await ScriptedStage.open({ clock });
  const { alex, ucwa: server } = scripted;
  const phases = new Set<string>();
  alex.parley.store.patches.subscribe(() => phases.add(phase(alex)));
  await server.server.waitFor('GET', /events/);
  server.token = 'cwt=SECOND';
  clock.advance((28_289 - 60) * 1000);
  await server.server.waitFor('POST', /^\/ticket$/, 2);
  await expect.poll(() => alex.logger.text().match(/Got a web ticket/g)).toHaveLength(2);
  expect(server.server.seen('GET', /events/)).toHaveLength(1);
  const mediaOffer = encodeMediaSdp(await scripted.remote.createOffer('remote', 'audio'));
  scripted.send(invitationEvent('started', invitationResource('Incoming', { mediaOffer })));
  await alex.ringing();
  const next = await server.server.waitFor('GET', /events\?ack=2/);
  expect(next.headers.authorization).toBe('Bearer cwt=SECOND');
  expect(phases).toEqual(new Set(['online']));
  await scripted.close();
});

it('12: a 403 with diagnostics 28055 and challenges is treated as a 401', async () => {
  const alex = await stage.enter(ucwa);
  await alex.until(({ me }) => me?.canSetPresence);
  const headers = {
    ...challengeHeaders(ucwa.server.origin),
    'X-Ms-diagnostics': '28055;source="web";faultcode="wsse:FailedAuthentication"',
    Warning: '120 - InvalidToken',
  };
  ucwa.on('POST /apps/1/me/presence', { status: 403, headers }, { status: 204 });
  ucwa.token = 'cwt=SECOND';
  await alex.commands['presence.set']({ availability: 'Busy' });
  const sent = ucwa.server.seen('POST', /presence$/);
  expect(sent.map((request) => request.headers.authorization)).toEqual([
    `Bearer ${token}`,
    'Bearer cwt=SECOND',
  ]);
  expect(sent[1]?.body).toBe(sent[0]?.body);
  expect(phase(alex)).toBe('online');
});

it('13: no request says where it comes from: X-Ms-Origin, Origin, Referer', async () => {
  const scripted = await ScriptedStage.open();
  const { alex, ucwa: server } = scripted;
  server.on('POST /apps/1/me/presence', { status: 204 });
  await alex.until(({ me }) => me?.canSetPresence);
  await alex.commands['presence.set']({ availability: 'Away' });
  const callId = await connectCall(scripted);
  await alex.commands['calls.hangUp']({ callId });
  await server.server.waitFor('POST', /stop/);
  await alex.commands['session.signOut'](undefined);
  const methods = new Set(server.server.requests.map(({ method }) => method));
  expect(methods).toEqual(new Set(['GET', 'POST', 'DELETE']));
  const telling = server.server.requests.flatMap(({ headers }) =>
    Object.keys(headers).filter((name) => /^(?:x-ms-origin|origin|referer)$/.test(name)),
  );
  expect(telling).toEqual([]);
  await scripted.close();
});
