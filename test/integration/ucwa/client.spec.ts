import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonCodec } from '../../../app/ucwa/codec/json/json-codec.ts';
import { link } from '../../../app/ucwa/hypermedia/links.ts';
import { decodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import {
  acceptWithAnswer,
  acceptWithPhoneAudio,
  cancel,
  decline,
  sendProvisionalAnswer,
} from '../../../app/ucwa/requests/answer-invitation.ts';
import {
  answerRenegotiation,
  dismissRenegotiation,
  renegotiate,
  resumeAudio,
  resumeAudioVideo,
  stopAudio,
  stopAudioVideo,
} from '../../../app/ucwa/requests/audio-video-call.ts';
import { setPresence } from '../../../app/ucwa/requests/presence.ts';
import { startAudio, startAudioVideo } from '../../../app/ucwa/requests/start-audio-video.ts';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';
import {
  challengeHeaders,
  communicationResource,
  ScriptedUcwa,
} from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

const sdp = 'v=0\r\no=- 0 1 IN IP4 192.0.2.1\r\ns=session\r\n';
let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let application: UcwaApplication;

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
  application = await signIn(request, ucwaDependencies(transport));
  await application.upToDate();
  server.requests.length = 0;
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

/** A resource that has these links, all to addresses of their own name. */
function resourceWith(...rels: string[]) {
  const links = rels.map((rel) => [rel, { href: `/${rel}?own=a%7Eb` }]);
  const text = JSON.stringify({ _links: Object.fromEntries(links) });
  for (const rel of rels) ucwa.on(`POST /${rel}`, { status: 204 });
  return new JsonCodec().decodeResource(text, server.origin);
}

const only = () => {
  expect(server.requests).toHaveLength(1);
  const [request] = server.requests;
  if (request === undefined) throw new Error('no request');
  return request;
};

describe('starting a call', () => {
  const fields = {
    operationId: 'o'.repeat(50),
    to: 'sip:sam@example.test',
    importance: 'Urgent',
    subject: 's'.repeat(250),
    threadId: 't1',
    sessionContext: 'c'.repeat(50),
    joinAudioMuted: false,
    joinVideoMuted: true,
  } as const;
  const created: Answer = { status: 201, headers: { Location: '/apps/1/invitations/507' } };

  it('sends every field of startAudioVideo, the offer as data: URI', async () => {
    ucwa.on('POST /apps/1/startAudioVideo', created);
    const { communication, client } = application;
    const result = await startAudioVideo(client, communication, { ...fields, mediaOffer: sdp });
    expect(result.location).toBe(`${server.origin}/apps/1/invitations/507`);
    const { _links, ...properties } = JSON.parse(only().body);
    expect(properties).toEqual(fields);
    expect(_links.mediaOffer.href).toMatch(/^data:application\/sdp;base64,/);
    expect(decodeMediaSdp(_links.mediaOffer.href).sdp).toBe(sdp);
  });

  it('sends startAudio with nothing but what is given', async () => {
    ucwa.on('POST /apps/1/startAudio', created);
    await startAudio(application.client, application.communication, { to: 'tel:+15550100' });
    expect(only().url).toBe('/apps/1/startAudio?modality=Audio');
    expect(JSON.parse(only().body)).toEqual({ to: 'tel:+15550100' });
  });

  it.each([
    ['operationId', 51, 50],
    ['sessionContext', 51, 50],
    ['subject', 251, 250],
  ])('refuses a %s of %i characters before sending', async (field, length, limit) => {
    const input = { to: 'sip:sam@example.test', [field]: 'x'.repeat(length) };
    const starting = startAudioVideo(application.client, application.communication, input);
    await expect(starting).rejects.toMatchObject({ kind: 'field-limit' });
    await expect(starting).rejects.toThrow(`${field} has ${length} characters, at most ${limit}`);
    expect(server.requests).toHaveLength(0);
  });

  it('builds no address where policy offers none', async () => {
    const communication = new JsonCodec().decodeResource(
      JSON.stringify(communicationResource(false)),
      server.origin,
    );
    expect(link(communication, 'startAudio')).toBeNull();
    await expect(
      startAudio(application.client, communication, { to: 'sip:sam@example.test' }),
    ).rejects.toMatchObject({ kind: 'missing-link' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('requests of a call', () => {
  const answer = { sdp, sessionContext: 's 1&2', processedOfferId: 'part2@example.test' };
  const offer = { sdp, operationId: 'op1' };
  const own = '?own=a%7Eb';
  it.each<[string, (it: ReturnType<typeof resourceWith>) => Promise<unknown>, string, string]>([
    [
      'acceptWithAnswer',
      (it) => acceptWithAnswer(application.client, it, answer),
      `${own}&sessionContext=s%201%262&processedOfferId=part2%40example.test`,
      sdp,
    ],
    [
      'sendProvisionalAnswer',
      (it) => sendProvisionalAnswer(application.client, it, { ...answer, processedOfferId: null }),
      `${own}&sessionContext=s%201%262`,
      sdp,
    ],
    ['acceptWithPhoneAudio', (it) => acceptWithPhoneAudio(application.client, it), own, ''],
    ['decline', (it) => decline(application.client, it, 'Global'), own, '{"reason":"Global"}'],
    ['cancel', (it) => cancel(application.client, it), own, ''],
    [
      'stopAudio',
      (it) => stopAudio(application.client, it, 'MediaTimeout'),
      own,
      '{"reason":"MediaTimeout"}',
    ],
    [
      'stopAudioVideo',
      (it) => stopAudioVideo(application.client, it, 'UserInitiatedAction'),
      own,
      '{"reason":"UserInitiatedAction"}',
    ],
    [
      'renegotiations',
      (it) => renegotiate(application.client, it, offer),
      `${own}&operationId=op1`,
      sdp,
    ],
    [
      'resumeAudio',
      (it) => resumeAudio(application.client, it, offer),
      `${own}&operationId=op1`,
      sdp,
    ],
    [
      'resumeAudioVideo',
      (it) => resumeAudioVideo(application.client, it, offer),
      `${own}&operationId=op1`,
      sdp,
    ],
    ['answer', (it) => answerRenegotiation(application.client, it, sdp), own, sdp],
    [
      'dismiss',
      (it) => dismissRenegotiation(application.client, it, 'Conflict'),
      own,
      '{"reason":"Conflict"}',
    ],
    [
      'presence',
      (it) => setPresence(application.client, it, 'BeRightBack'),
      own,
      '{"availability":"BeRightBack"}',
    ],
  ])('%s goes to its link with the right body', async (rel, send, query, body) => {
    await send(resourceWith(rel));
    const request = only();
    expect(request.url).toBe(`/${rel}${query}`);
    expect(request.body).toBe(body);
    const type = body === '' ? undefined : body === sdp ? 'application/sdp' : 'application/json';
    expect(request.headers['content-type']).toBe(type);
  });

  it('refuses what is too long before sending', async () => {
    const invitation = resourceWith('acceptWithAnswer');
    for (const change of [
      { sessionContext: 'x'.repeat(51) },
      { processedOfferId: 'x'.repeat(101) },
    ]) {
      await expect(
        acceptWithAnswer(application.client, invitation, { ...answer, ...change }),
      ).rejects.toMatchObject({ kind: 'field-limit' });
    }
    expect(server.requests).toHaveLength(0);
  });
});

describe('a failed request', () => {
  const url = () => `${server.origin}/thing`;
  const json = (code: string, subcode: string) => ({ code, subcode, message: 'No.' });

  it.each<[number, Answer, object]>([
    [404, { body: json('NotFound', 'ConversationNotFound') }, { kind: 'ucwa', advice: 'give-up' }],
    [409, { body: json('Conflict', 'AlreadyExists') }, { kind: 'ucwa', advice: 'give-up' }],
    [403, { body: json('Forbidden', 'NotAllowed') }, { kind: 'ucwa', advice: 'tell-the-user' }],
    [404, { body: json('NotFound', 'ApplicationNotFound') }, { advice: 'recreate-application' }],
    [503, { body: '<html>' }, { kind: 'proxy', advice: 'retry', reason: null }],
    [
      500,
      { body: json('ServiceFailure', 'CallbackChannelError') },
      { kind: 'ucwa', advice: 'retry' },
    ],
    [418, { body: json('Teapot', 'ShortAndStout') }, { kind: 'ucwa', advice: 'give-up' }],
  ])('HTTP %i %j is told as %j', async (status, answer, expected) => {
    if (typeof answer === 'string' || !('body' in answer)) throw new Error('wrong table');
    ucwa.on('POST /thing', { ...answer, status, headers: { 'X-Ms-diagnostics': '1;reason="x"' } });
    const error = await application.client.post(url(), null).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status, diagnostics: '1;reason="x"', ...expected });
  });

  it('keeps the parameters that the server complains about', async () => {
    const parameters = [{ name: 'sdp', reason: 'Invalid' }];
    const body = { code: 'BadRequest', subcode: 'ParameterValidationFailure', parameters };
    ucwa.on('POST /thing', { status: 400, body });
    await expect(application.client.post(url(), null)).rejects.toMatchObject({
      reason: { subcode: 'ParameterValidationFailure', parameters },
    });
  });

  it.each<[string, Answer]>([
    ['a dropped connection', 'drop'],
    ['a 503', { status: 503, body: '<html>' }],
    ['malformed JSON', { headers: { 'Content-Type': 'application/json' }, body: '{' }],
  ])('is repeated after %s when it is a GET', async (_, answer) => {
    ucwa.on('GET /thing', answer, { body: { rel: 'thing' } });
    await expect(application.client.get(url())).resolves.toMatchObject({ rel: 'thing' });
    expect(server.requests).toHaveLength(2);
  });

  it('is repeated only so often', async () => {
    ucwa.on('GET /thing', { status: 503 });
    await expect(application.client.get(url())).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(3);
  });

  it.each<[string, Answer]>([
    ['a dropped connection', 'drop'],
    ['a 503', { status: 503 }],
  ])('is never repeated after %s when it is a POST', async (_, answer) => {
    ucwa.on('POST /thing', answer, { status: 204 });
    await expect(application.client.post(url(), null)).rejects.toMatchObject({ advice: 'retry' });
    expect(server.requests).toHaveLength(1);
  });

  it('is sent once more with a new ticket when the old one was refused, POST included', async () => {
    ucwa.on('POST /thing', (request) => ucwa.authorized(request, { status: 204 }));
    ucwa.token = 'cwt=SECOND';
    await application.client.post(url(), { type: 'sdp', sdp });
    expect(server.seen('POST', /thing/).map((each) => each.body)).toEqual([sdp, sdp]);
  });

  it('takes one new ticket for many refused requests', async () => {
    ucwa.on('GET /thing', (request) => ucwa.authorized(request, { body: {} }));
    ucwa.token = 'cwt=SECOND';
    await Promise.all([1, 2, 3, 4, 5].map(() => application.client.get(url())));
    expect(server.seen('POST', /ticket/)).toHaveLength(1);
  });

  it('sends no ticket and no password to a host that is not part of the deployment', async () => {
    const other = await ScriptedServer.start();
    other.script = () => ({ status: 401, headers: challengeHeaders(other.origin) });
    await expect(application.client.get(`${other.origin}/thing`)).rejects.toMatchObject({
      advice: 're-authenticate',
    });
    expect(other.requests).toHaveLength(1);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    await other.stop();
  });

  it('does not speak plain http beyond this computer', async () => {
    await expect(application.client.post('http://web.example.test/', null)).rejects.toMatchObject({
      kind: 'bad-address',
      advice: 'give-up',
    });
  });

  it('ends at once when its caller gives up', async () => {
    ucwa.on('GET /thing', 'hang');
    const abort = new AbortController();
    const getting = application.client.get(url(), { signal: abort.signal });
    await server.waitFor('GET', /thing/);
    abort.abort();
    await expect(getting).rejects.toMatchObject({ kind: 'transport', advice: 'give-up' });
  });

  it('ends when the application is stopped', async () => {
    ucwa.on('GET /thing', 'hang');
    const getting = application.client.get(url());
    await server.waitFor('GET', /thing/);
    application.stop();
    await expect(getting).rejects.toMatchObject({ kind: 'transport' });
  });
});

it('takes the body of a created resource, and does without one that cannot be read', async () => {
  const url = `${server.origin}/thing`;
  ucwa.on(
    'POST /thing',
    { status: 201, body: { rel: 'audioVideoRenegotiation' } },
    {
      status: 201,
      headers: { 'Content-Type': 'application/json', Location: '/r/1' },
      body: '{',
    },
  );
  expect((await application.client.post(url, null)).resource?.rel).toBe('audioVideoRenegotiation');
  expect(await application.client.post(url, null)).toEqual({
    status: 201,
    location: `${server.origin}/r/1`,
    resource: null,
  });
});
