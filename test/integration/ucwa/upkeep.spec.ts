import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { EventLog } from '../../support/event-log.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import { ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

const minuteMs = 60_000;
let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let clock: ManualClock;
let application: UcwaApplication;
let log: EventLog;
const tickets: string[] = [];

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
  clock = new ManualClock();
  tickets.length = 0;
  const request = signInRequest({
    discoveryUrl: ucwa.discoveryUrl,
    onKept: ({ ticket }) => {
      if (ticket !== undefined) tickets.push(ticket.accessToken);
    },
  });
  application = await signIn(request, ucwaDependencies(transport, clock));
  await application.upToDate();
  log = new EventLog(application);
  application.start();
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

it('reports activity within every four minutes', async () => {
  clock.advance(4 * minuteMs);
  await server.waitFor('POST', /activity/);
  clock.advance(4 * minuteMs);
  await server.waitFor('POST', /activity/, 2);
});

it('reports activity at once after waking up, and polls anew', async () => {
  await server.waitFor('GET', /events/);
  application.wakeUp();
  await server.waitFor('POST', /activity/);
  await server.waitFor('GET', /events/, 2);
});

it('goes on reporting when a report fails', async () => {
  ucwa.on('POST /apps/1/activity', 'drop', { status: 204 });
  clock.advance(4 * minuteMs);
  await server.waitFor('POST', /activity/);
  clock.advance(4 * minuteMs);
  await server.waitFor('POST', /activity/, 2);
  expect(log.words).toEqual(['connected']);
});

it('renews the ticket before its end, while the P-GET goes on hanging', async () => {
  await server.waitFor('GET', /events/);
  ucwa.token = 'cwt=SECOND';
  clock.advance((28_289 - 5 * 60) * 1000 - 1);
  expect(server.seen('POST', /ticket/)).toHaveLength(1);
  clock.advance(1);
  await expect.poll(() => tickets).toEqual(['cwt=FIRST', 'cwt=SECOND']);
  expect(server.seen('GET', /events/)).toHaveLength(1);
  expect(log.words).toEqual(['connected']);
});

it.each([
  ['is down', { status: 503 }],
  ['is hidden behind a page of a proxy', { status: 404, body: '<html></html>' }],
  ['is hidden behind a page that looks fine', { status: 200, body: '<html></html>' }],
  ['is hidden behind a proxy that wants a login', { status: 401, body: '<html></html>' }],
  ['is hidden behind a proxy that forbids it', { status: 403, body: '<html></html>' }],
])('tries again when the ticket service %s, long before the end', async (_how, trouble) => {
  ucwa.token = 'cwt=SECOND';
  ucwa.on('POST /ticket', trouble, { body: { access_token: ucwa.token, expires_in: 60 } });
  const pending = clock.pending;
  clock.advance((28_289 - 5 * 60) * 1000);
  await server.waitFor('POST', /ticket/, 2);
  await expect.poll(() => clock.pending).toBe(pending);
  clock.advance(minuteMs);
  await expect.poll(() => tickets).toContain('cwt=SECOND');
  expect(log.words).toEqual(['connected']);
});

it('ends when the ticket service refuses the password', async () => {
  ucwa.on('POST /ticket', { status: 400, body: { error: 'invalid_grant' } });
  clock.advance(28_289_000);
  await log.waitFor('ended:credentials-rejected');
});

it.each(['stop', 'signOut'] as const)('leaves no timer after %s', async (end) => {
  expect(clock.pending).toBeGreaterThan(0);
  await application[end]();
  expect(clock.pending).toBe(0);
});

it('leaves no timer after it ended by itself', async () => {
  await server.waitFor('GET', /events/);
  ucwa.on('GET /apps/1/events', {
    status: 410,
    body: { code: 'Gone', subcode: 'TooManyApplications' },
  });
  application.wakeUp();
  await log.waitFor('ended:too-many-applications');
  expect(clock.pending).toBe(0);
});
