import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { EventLog } from '../../support/event-log.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import { applicationResource, eventsBody, ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

const lost = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } };
const at = (ack: number) => `/apps/1/events?ack=${ack}&key=a%7Eb=`;

let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let application: UcwaApplication;
let log: EventLog;

async function signedIn(): Promise<void> {
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
  application = await signIn(request, ucwaDependencies(transport));
  log = new EventLog(application);
}

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
  ucwa.on(
    'POST /apps',
    { status: 201, body: applicationResource() },
    { status: 201, body: applicationResource('2') },
  );
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

it('forgets representations of before: the new application may count revisions anew', async () => {
  ucwa.on(`GET ${at(1)}`, lost);
  ucwa.on('GET /thing', { headers: { ETag: '"1"' }, body: { rel: 'thing' } });
  await signedIn();
  await application.client.get(`${server.origin}/thing`);
  application.start();
  await log.waitFor('recreated');
  await application.client.get(`${server.origin}/thing`);
  const tags = server.seen('GET', /thing/).map(({ headers }) => headers['if-none-match']);
  expect(tags).toEqual([undefined, undefined]);
});

it('is not undone by a late answer of the old application', async () => {
  let answerLate = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  ucwa.on(`GET ${at(1)}`, { body: eventsBody({ resync: at(7) }) });
  ucwa.on('GET /apps/1', { after: late, answer: { body: applicationResource() } });
  ucwa.on(`GET ${at(7)}`, { after: server.waitFor('GET', /^\/apps\/1$/), answer: lost });
  ucwa.on('GET /thing', { body: { rel: 'thing' } });
  await signedIn();
  application.start();
  await log.waitFor('recreated');
  answerLate();
  // Answered after the late answer: by then that has been taken in.
  await application.client.get(`${server.origin}/thing`);
  expect(application.root.href).toBe(`${server.origin}/apps/2`);
});
