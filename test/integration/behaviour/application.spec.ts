import { afterEach, beforeEach, expect, it } from 'vitest';
import { follow } from '../../../app/ucwa/follow/follow.ts';
import { known } from '../../../app/ucwa/follow/known-resource.ts';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { startSandbox } from '../../../main/sandbox/index.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { applicationResource, meResource, type ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';
import { ScriptedStage } from '../services/support/scripted-stage.ts';
import { Stage } from '../services/support/stage.ts';
import { SignInStage } from './support/sign-in-stage.ts';

const minuteMs = 60_000;
let stage: SignInStage;
let ucwa: ScriptedUcwa;

beforeEach(async () => {
  stage = new SignInStage();
  ucwa = await stage.serve();
});
afterEach(() => stage.close());

it('14: POST applications answered 200 gives the application that lives already, which is used', async () => {
  const living = { status: 200, body: applicationResource('7', true) };
  ucwa.on('POST /apps', (request) => ucwa.authorized(request, living));
  ucwa.on('GET /apps/7/events', 'hang');
  const alex = await stage.enter(ucwa);
  expect(alex.state.session.phase).toBe('online');
  await ucwa.server.waitFor('GET', /^\/apps\/7\/events/);
  expect(ucwa.server.seen('POST', /^\/apps$/)).toHaveLength(1);
});

it('15: makeMeAvailable is posted where `me` links to it, and not where it does not', async () => {
  await stage.enter(ucwa);
  expect(ucwa.server.seen('POST', /makeMeAvailable/)).toHaveLength(1);
  const other = await stage.serve();
  const available = { status: 201, body: applicationResource('1', true) };
  other.on('POST /apps', (request) => other.authorized(request, available));
  const alex = await stage.enter(other);
  expect(alex.state.session.phase).toBe('online');
  expect(other.server.seen('POST', /makeMeAvailable/)).toEqual([]);
});

it('16: makeMeAvailable answered 409 AlreadyExists lets the sign-in go on', async () => {
  const conflict = { status: 409, body: { code: 'Conflict', subcode: 'AlreadyExists' } };
  ucwa.on('POST /apps/1/makeMeAvailable', conflict);
  const alex = await stage.enter(ucwa);
  await alex.until(({ me }) => me?.canSetPresence);
  expect(alex.state.session.phase).toBe('online');
});

it('17: after the 204 `me` is read again, and its new links lead on', async () => {
  const sandbox = await startSandbox();
  const [user] = sandbox.users;
  if (user === undefined) throw new Error('no user');
  const { userName, password } = user;
  const transport = new NodeHttpTransport();
  const application = await signIn(
    signInRequest({
      ...{ address: userName, discoveryUrl: sandbox.discoveryUrl },
      method: { grant: 'password', account: { userName, password } },
    }),
    ucwaDependencies(transport),
  );
  await application.upToDate();
  const { client } = application;
  const me = known('me', application.me);
  await follow(client, me, 'POST note', { message: 'At the pump' });
  await follow(client, me, 'POST location', { location: 'Hall 3' });
  await follow(client, me, 'POST presence', { availability: 'Busy' });
  await follow(client, me, 'reportMyActivity');
  expect((await follow(client, me, 'note')).values.message).toBe('At the pump');
  expect((await follow(client, me, 'location')).values.location).toBe('Hall 3');
  expect((await follow(client, me, 'presence')).values.availability).toBe('Busy');
  const order = sandbox.control.requests.map(({ method, path }) => `${method} ${path}`);
  const made = order.findIndex((what) => /POST .*makeMeAvailable$/.test(what));
  expect(order.slice(made + 1).some((what) => /GET .*\/me$/.test(what))).toBe(true);
  application.stop();
  transport.close();
  await sandbox.stop();
});

it('18: activity is reported within four minutes of signing in, and at once after sleep', async () => {
  const clock = new ManualClock();
  const scripted = await ScriptedStage.open({ clock });
  const { server } = scripted.ucwa;
  await scripted.alex.until(({ me }) => me?.canSetPresence);
  clock.advance(4 * minuteMs);
  await server.waitFor('POST', /activity/);
  clock.advance(minuteMs / 2);
  expect(server.seen('POST', /activity/)).toHaveLength(1);
  scripted.alex.wakeUps.emit('system-resumed');
  await server.waitFor('POST', /activity/, 2);
  await scripted.close();
});

it('19: a PUT carries If-Match and the property that asks to be passed; after 412 it is read again and sent once more', async () => {
  const version = (etag: string, pass: string, activePeriod: string) => ({
    headers: { ETag: etag },
    body: {
      ...{ rel: 'callForwardingSettings', activePeriod, activeSetting: 'None' },
      '7d0c2f4e-1b2a-4c3d-9e8f-0a1b2c3d4e5f': pass,
      _links: { self: { href: '/apps/1/forwarding' } },
    },
  });
  ucwa.on(
    'GET /apps/1/forwarding',
    version('"1"', 'first', 'Always'),
    version('"2"', 'second', ''),
  );
  const stale = { status: 412, body: { code: 'PreconditionFailed' } };
  ucwa.on('PUT /apps/1/forwarding', stale, { status: 204 });
  const available = applicationResource('1', true);
  const me = meResource(true);
  const links = { ...me._links, callForwardingSettings: { href: '/apps/1/forwarding' } };
  const body = {
    ...available,
    _embedded: { ...available._embedded, me: { ...me, _links: links } },
  };
  ucwa.on('POST /apps', (request) => ucwa.authorized(request, { status: 201, body }));
  const transport = new NodeHttpTransport();
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
  const application = await signIn(request, ucwaDependencies(transport));
  await application.upToDate();
  const change = { activePeriod: 'Workhours' } as const;
  await follow(
    application.client,
    known('me', application.me),
    'PUT callForwardingSettings',
    change,
  );
  const sent = ucwa.server
    .seen('PUT', /forwarding/)
    .map((put) => [put.headers['if-match'], JSON.parse(put.body)]);
  const withPass = (pass: string) => ({
    ...{ rel: 'callForwardingSettings', activePeriod: 'Workhours', activeSetting: 'None' },
    '7d0c2f4e-1b2a-4c3d-9e8f-0a1b2c3d4e5f': pass,
  });
  expect(sent).toEqual([
    ['"1"', withPass('first')],
    ['"2"', withPass('second')],
  ]);
  application.stop();
  transport.close();
});

it('59: signing out deletes the application, ends the P-GET, and nothing is made anew', async () => {
  const company = await Stage.open();
  const clock = new ManualClock();
  const alex = await company.enter('alex@parley.test', { clock });
  const { control } = company.sandbox;
  await expect.poll(() => control.applicationsOf('alex@parley.test')[0]?.polling).toBe(true);
  await alex.commands['session.signOut'](undefined);
  expect(alex.state.session).toMatchObject({ phase: 'signedOut', reason: 'user' });
  expect(control.applicationsOf('alex@parley.test')).toEqual([]);
  expect(clock.pending).toBe(0);
  alex.wakeUps.emit('network-back');
  const applications = control.requests.filter(({ path }) =>
    /\/applications(?:\/\w+)?$/.test(path),
  );
  expect(applications.map(({ method, status }) => [method, status])).toEqual([
    ['POST', 201],
    ['DELETE', 204],
  ]);
  await company.close();
});
