import { afterEach, beforeEach, expect, it } from 'vitest';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import type { Answer } from '../../support/scripted-server.ts';
import {
  communicationResource,
  eventsBody,
  meResource,
  type ScriptedUcwa,
} from '../../support/scripted-ucwa.ts';
import type { Communicator } from '../services/support/communicator.ts';
import { embedded, invitationResource, ScriptedStage } from '../services/support/scripted-stage.ts';
import { Stage } from '../services/support/stage.ts';
import { invitationEvent, inviteSam, ringCall } from './support/call-script.ts';
import { ChatStage } from './support/chat-stage.ts';
import { withContacts, withPresence } from './support/contacts.ts';
import { alexAddress, password, SignInStage } from './support/sign-in-stage.ts';

/** Where the link of the application leads. */
const first = '/apps/1/events?ack=1&key=a%7Eb=';
const second = '/apps/1/events?ack=7&key=c%2Bd=';

let signingIn: SignInStage;
let server: ScriptedUcwa;
let stage: ScriptedStage | null = null;

beforeEach(async () => {
  signingIn = new SignInStage();
  server = await signingIn.serve();
});
afterEach(async () => {
  await stage?.close();
  stage = null;
  await signingIn.close();
});

const open = async (...given: Parameters<typeof ScriptedStage.open>): Promise<ScriptedStage> => {
  stage = await ScriptedStage.open(...given);
  return stage;
};
const polls = ({ server: { requests } }: ScriptedUcwa) =>
  requests.map(({ url }) => url).filter((url) => url.startsWith('/apps/1/events'));
const refused = (status: number, code: string, subcode: string): Answer => ({
  status,
  body: { code, subcode },
});
/** A call, and where to go on. */
const ringing = eventsBody({ next: second }, [
  [
    ...(['audioVideoInvitation', '/inv/1', 'started'] as const),
    embedded('audioVideoInvitation', invitationResource('Incoming')),
  ],
]);
/** Something that a test lets happen when it likes. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
/** Every phase that the session was in, without repetitions. */
function phasesOf(alex: Communicator): string[] {
  const phases: string[] = [];
  alex.parley.store.patches.subscribe(() => {
    const { phase } = alex.state.session;
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  return phases;
}

it('20: parameters are added to the events link; its `key` survives and its `ack` stays as it was', async () => {
  server.on(`GET ${first}`, 'drop', { body: eventsBody({ next: second }) });
  server.on(`GET ${second}`, 'drop', 'hang');
  const alex = await signingIn.enter(server, { clock: new HurriedClock() });
  await server.server.waitFor('GET', /ack=7/, 2);
  alex.surroundings.change({ inForeground: false });
  alex.surroundings.change({ inForeground: true });
  const [one, two, three, four] = polls(server);
  expect(one).toBe(`${first}&low=5&medium=5&timeout=180`);
  expect(two).toBe(`${first}&low=5&medium=5&timeout=180&priority=1`);
  expect(three).toBe(second);
  expect(four).toMatch(/^\/apps\/1\/events\?ack=7&key=c%2Bd=&.*priority=1$/);
});

it('21: of a body in which a sender occurs twice the events are applied in the order of the document', async () => {
  const renamed = (name: string) => ({
    ...{ rel: 'me', href: '/apps/1/me' },
    events: [
      {
        ...{ link: { rel: 'me', href: '/apps/1/me' }, type: 'updated' },
        ...embedded('me', { ...meResource(true), name }),
      },
    ],
  });
  const forbidding = {
    ...communicationResource(),
    _links: { self: { href: '/apps/1/communication' } },
  };
  const hub = { rel: 'communication', href: '/apps/1/communication' };
  const forbidden = {
    ...hub,
    events: [{ link: hub, type: 'updated', ...embedded('communication', forbidding) }],
  };
  const told = gate();
  const body = {
    _links: { self: { href: first }, next: { href: second } },
    sender: [renamed('One'), forbidden, renamed('Two')],
  };
  server.on(`GET ${first}`, { after: told.opened, answer: { body } });
  server.on(`GET ${second}`, 'hang');
  const alex = await signingIn.enter(server);
  const seen: unknown[] = [];
  alex.parley.store.patches.subscribe(() =>
    seen.push([alex.state.me?.name, alex.state.can.startAudio]),
  );
  told.open();
  await alex.until(({ me }) => me?.name === 'Two');
  expect(seen.slice(-3)).toEqual([
    ['One', true],
    ['One', false],
    ['Two', false],
  ]);
});

it('22: a body with `next` only changes nothing; `next` is requested at once', async () => {
  // The clock stands still: nothing can be waited for.
  const scripted = await open({ clock: new ManualClock() }, withPresence);
  const { alex, ucwa } = scripted;
  await ucwa.server.waitFor('GET', /events\?ack=1/);
  await alex.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
  // Read again after the user was made available: what follows the sign-in is done.
  await alex.until(({ me }) => me?.presence.availability === 'Online');
  const before = alex.state;
  const requests = ucwa.server.requests.length;
  scripted.pass();
  await ucwa.server.waitFor('GET', /events\?ack=2/);
  expect(ucwa.server.requests).toHaveLength(requests + 1);
  expect(alex.state).toBe(before);
});

it('23: a body with `resync` only is followed, and what Parley holds is read again', async () => {
  const scripted = await open();
  const { alex, ucwa } = scripted;
  const { id } = await ringCall(scripted);
  ucwa.on('GET /inv/1', { body: invitationResource('Incoming', {}, { state: 'Cancelled' }) });
  const renamed = { ...meResource(true), name: 'Alex Rivera-Holm' };
  ucwa.on('GET /apps/1', {
    body: {
      rel: 'application',
      _links: { self: { href: '/apps/1' }, events: { href: first } },
      _embedded: { me: renamed },
    },
  });
  ucwa.on('GET /apps/1/people', { body: { rel: 'people', _links: {} } });
  ucwa.on('GET /apps/1/me/presence', { body: { rel: 'presence', availability: 'Busy' } });
  scripted.resync();
  expect((await alex.recent(id)).outcome).toEqual({ kind: 'missed' });
  await alex.until(({ me }) => me?.presence.availability === 'Busy' && me.name.endsWith('Holm'));
  expect(polls(ucwa).at(-1)).toMatch(/ack=3/);
});

it('24: after `resume` calls are closed here, subscriptions are posted anew, and the aggregation is told again', async () => {
  const scripted = await open({}, withContacts(2));
  const { alex, ucwa } = scripted;
  await ucwa.server.waitFor('POST', /subscriptions$/);
  const { id } = await ringCall(scripted);
  await ucwa.server.waitFor('GET', /events\?ack=2/);
  scripted.resume();
  expect((await alex.recent(id)).outcome).toEqual({ kind: 'missed' });
  await alex.until(({ notices }) =>
    notices.find(({ messageKey }) => messageKey === 'notice.callsLost'),
  );
  await ucwa.server.waitFor('POST', /subscriptions$/, 2);
  await ucwa.server.waitFor('GET', /events\?ack=3/);
  const told = polls(ucwa).map((url) => new URL(url, 'http://x').searchParams.get('medium'));
  expect(told).toEqual(['5', null, '5']);
});

it('25: a P-GET whose connection drops is asked again with the same `ack`, each time later', async () => {
  server.on(`GET ${first}`, 'drop', 'drop', 'drop', 'drop', { body: ringing });
  server.on(`GET ${second}`, 'hang');
  server.on('GET /apps/1', 'hang');
  const clock = new HurriedClock();
  const alex = signingIn.add(server.discoveryUrl, { clock });
  const phases = phasesOf(alex);
  await alex.signIn(alexAddress, password);
  await alex.ringing();
  await alex.until(({ session }) => session.phase === 'online');
  expect(polls(server).filter((url) => url.startsWith(first))).toHaveLength(5);
  expect(phases.slice(-3)).toEqual(['online', 'recovering', 'online']);
  // The sign-in itself waits five seconds at most for what it reads.
  const pauses = clock.delaysMs.filter((delayMs) => delayMs < 5_000).slice(0, 4);
  expect(pauses).toHaveLength(4);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
});

it('26: 409 PGetReplaced is ignored for an older request of ours; for the newest the user hears of another instance', async () => {
  const replaced = refused(409, 'Conflict', 'PGetReplaced');
  const released = gate();
  server.on(
    `GET ${first}`,
    { after: released.opened, answer: replaced },
    { after: released.opened, answer: { body: ringing } },
  );
  const takenOver = gate();
  server.on(`GET ${second}`, { after: takenOver.opened, answer: replaced });
  const alex = await signingIn.enter(server);
  await server.server.waitFor('GET', /ack=1/);
  alex.wakeUps.emit('system-resumed');
  await server.server.waitFor('GET', /ack=1/, 2);
  released.open();
  await alex.ringing();
  expect(alex.state.session.phase).toBe('online');
  takenOver.open();
  const session = await alex.until(({ session: now }) => now.phase === 'signedOut' && now);
  expect(session.reason).toBe('used-elsewhere');
  expect(server.server.seen('POST', /^\/apps$/)).toHaveLength(1);
});

it('27: after 404 ApplicationNotFound the application is made anew, and the user hears what was lost with it', async () => {
  const company = await Stage.open();
  const { control } = company.sandbox;
  const [alex, sam] = await Promise.all([
    company.enter('alex@parley.test'),
    company.enter('sam@parley.test'),
  ]);
  await sam.call('sip:alex@parley.test');
  const { id } = await alex.ringing();
  const [before] = control.applicationsOf('alex@parley.test');
  control.expireApplications('alex@parley.test');
  expect((await alex.recent(id)).outcome).toEqual({ kind: 'missed' });
  await alex.until(({ notices }) =>
    notices.find(({ messageKey }) => messageKey === 'notice.callsLost'),
  );
  await alex.until(({ session }) => session.phase === 'online');
  await expect
    .poll(() => control.applicationsOf('alex@parley.test'))
    .toMatchObject([{ available: true, endpointId: before?.endpointId }]);
  expect(control.applicationsOf('alex@parley.test')[0]?.id).not.toBe(before?.id);
  await expect.poll(() => control.applicationsOf('alex@parley.test')[0]?.subscriptions).toBe(1);
  await company.close();
});

it('27: an open meeting that was lost with the application can be joined again', async () => {
  const company = await ChatStage.open();
  const { uri: onlineMeetingUri } = company.sandbox.control.scheduleMeeting('alex@parley.test');
  const [alex, sam] = await Promise.all([company.enter('alex'), company.enter('sam')]);
  for (const { conversations } of [alex, sam]) conversations.joinMeeting({ onlineMeetingUri });
  const { id } = await sam.until(({ state }) => state === 'Conferenced');
  await alex.until(({ participants }) => participants.length === 1);
  company.sandbox.control.expireApplications('sam@parley.test');
  const lost = await sam.when(id, ({ state }) => state === 'Ended');
  expect(lost.can.retry).toBe(true);
  sam.conversations.retry(id);
  await sam.when(id, ({ state }) => state === 'Conferenced');
  await alex.until(({ participants }) => participants.length === 1);
  await company.close();
});

it('28: after 410 TooManyApplications nothing is made anew; the user is told why, and may sign in again', async () => {
  const clock = new ManualClock();
  server.on(`GET ${first}`, refused(410, 'Gone', 'TooManyApplications'), 'hang');
  const alex = signingIn.add(server.discoveryUrl, { clock });
  await alex.signIn(alexAddress, password);
  const session = await alex.until(({ session: now }) => now.phase === 'signedOut' && now);
  expect(session).toMatchObject({ reason: 'too-many-applications' });
  clock.advance(60 * 60_000);
  for (const wakeUp of ['network-back', 'system-resumed'] as const) alex.wakeUps.emit(wakeUp);
  expect(clock.pending).toBe(0);
  expect(server.server.seen('POST', /^\/apps$/)).toHaveLength(1);
  await alex.signIn(alexAddress, password);
  expect(alex.state.session.phase).toBe('online');
});

it('60: relations, senders, types and subcodes that nobody knows are ignored', async () => {
  const scripted = await open();
  const { alex } = scripted;
  const phases = phasesOf(alex);
  const callId = await inviteSam(scripted);
  const unheard = { rel: 'holodeck', href: '/apps/1/holodeck' };
  scripted.sendFrom(unheard, ['hologram', '/h/1', 'added'], ['audioVideo', '/h/2', 'pondered']);
  scripted.send(['hologram', '/h/3', 'updated', embedded('hologram', { rel: 'hologram' })]);
  const { me } = alex.state;
  const reason = { code: 'RemoteFailure', subcode: 'HologramFailed' };
  const failed = invitationResource('Outgoing', {}, { state: 'Failed' });
  scripted.send(invitationEvent('completed', failed, { status: 'Failure', reason }));
  expect((await alex.recent(callId)).outcome).toEqual({
    ...{ kind: 'failed', reason: 'unknown', detail: 'RemoteFailure/HologramFailed' },
  });
  expect(alex.state.me).toEqual(me);
  expect(phases.filter((phase) => phase !== 'online')).toEqual([]);
  expect(alex.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
});
