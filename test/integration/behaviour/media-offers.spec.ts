import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenRequest } from '../../support/scripted-server.ts';
import { applicationResource } from '../../support/scripted-ucwa.ts';
import { ScriptedStage } from '../services/support/scripted-stage.ts';
import { ringCall } from './support/call-script.ts';

let stage: ScriptedStage;

beforeEach(async () => {
  stage = await ScriptedStage.open();
});
afterEach(() => stage.close());

const key =
  'a=crypto:3 AES_CM_128_HMAC_SHA1_80 inline:aaaabbbbccccddddeeeeffffgggghhhhiiiijjjj|2^31';
const keyWithId = `${key.replace(':3', ':2')}|1:1`;
const scaleKey = key.replace('crypto:3', 'cryptoscale:1 client');

/** An offer as endpoints of Skype for Business Server write it. */
const offerOf = (version: number, profile: string, ...keys: readonly string[]): string =>
  [
    ...['v=0', `o=- 0 ${version} IN IP4 192.0.2.1`, 's=session', 'c=IN IP4 192.0.2.1', 't=0 0'],
    `m=audio 27100 ${profile} 9 0 8 101`,
    'a=ice-ufrag:qkEP',
    'a=ice-pwd:ed6f9GuHjLcoCN6sC/Eh7fVl',
    'a=candidate:1 1 UDP 2130706431 192.0.2.1 27100 typ host ',
    ...keys,
    'a=rtcp-mux',
    '',
  ].join('\r\n');
const offer = offerOf(1, 'RTP/SAVP', scaleKey, keyWithId, key);

/** Form encoding as the real server writes it: `+` for a space, lower-case hexadecimal digits. */
const formEncoded = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/%[0-9A-F]{2}/g, (encoded) => encoded.toLowerCase());

const part = (contentId: string, disposition: string, sdp: string): string =>
  [
    '--7a1f\r\nContent-Type: application/sdp',
    `Content-ID: <${contentId}>`,
    `Content-Disposition: session; handling=optional${disposition}`,
    '',
    sdp,
    '',
  ].join('\r\n');

const alternatives = (...parts: readonly string[]): string =>
  `data:multipart/alternative;charset=utf-8;boundary=7a1f,${formEncoded(`${parts.join('')}--7a1f--\r\n`)}`;
const single = (sdp: string): string => `data:application/sdp;charset=utf-8,${formEncoded(sdp)}`;

/** The call rings and is taken; the request that says so. */
async function taken(mediaOffer: string): Promise<SeenRequest> {
  const { id: callId } = await ringCall(stage, mediaOffer);
  await stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
  return stage.ucwa.server.waitFor('POST', /accept/);
}
const query = ({ url }: SeenRequest) => new URL(url, 'http://x').searchParams;

/** The call rings, and taking it fails; what the server and the user are told. */
async function refused(mediaOffer: string) {
  const { id: callId } = await ringCall(stage, mediaOffer);
  const answering = stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
  await expect(answering).rejects.toMatchObject({ reason: 'encryption-mismatch' });
  const { body } = await stage.ucwa.server.waitFor('POST', /decline/);
  expect(stage.ucwa.server.seen('POST', /accept/)).toEqual([]);
  expect(stage.alex.media.openCalls).toEqual([]);
  const { outcome } = await stage.alex.recent(callId);
  return [JSON.parse(body), outcome];
}

it('47: of an offer in alternatives the part without ms-proxy-2007fallback is answered, and named by its Content-ID', async () => {
  const old = offerOf(0, 'RTP/AVP');
  const accepted = await taken(
    alternatives(
      part('old@example.test', '; ms-proxy-2007fallback', old),
      part('ab12@example.test', '', offer),
    ),
  );
  expect(query(accepted).get('processedOfferId')).toBe('ab12@example.test');
  expect(stage.alex.media.offersAnswered).toEqual([expect.stringContaining('o=- 0 1 ')]);
});

it.each([
  ['plain', single(offer)],
  ['in base64', `data:application/sdp;base64,${Buffer.from(offer).toString('base64')}`],
])('48: an offer that is a single SDP is answered likewise: %s', async (_how, mediaOffer) => {
  const accepted = await taken(mediaOffer);
  expect(query(accepted).has('processedOfferId')).toBe(false);
  expect(stage.alex.media.offersAnswered).toEqual([offer]);
});

it('49: the answer is the body, with a short sessionContext and one key without identifier under the tag of the offer', async () => {
  const accepted = await taken(single(offer));
  expect(accepted.headers['content-type']).toBe('application/sdp');
  expect(query(accepted).get('sessionContext')).toMatch(/^.{1,50}$/);
  expect(accepted.body).toMatch(/^v=0\r\n/);
  expect(accepted.body.match(/^a=crypto.*$/gm)).toEqual([
    expect.stringMatching(/^a=crypto:3 AES_CM_128_HMAC_SHA1_80 inline:[^|]+\|2\^31$/),
  ]);
});

it('50: an offer whose only key has an identifier is declined for the encryption, and never gives noise', async () => {
  expect(await refused(single(offerOf(1, 'RTP/SAVP', scaleKey, keyWithId)))).toEqual([
    { reason: 'EncryptionMismatch' },
    { kind: 'failed', reason: 'encryption-mismatch', detail: 'encryption-mismatch' },
  ]);
});

const clear = offerOf(1, 'RTP/AVP');
const optional = offerOf(1, 'RTP/AVP', keyWithId, key);
const required = offer;

/** Alex belongs to a company with this policy about encrypted media. */
async function underPolicy(audioVideoEncryption: string): Promise<void> {
  await stage.close();
  const { _embedded, ...application } = applicationResource();
  const { communication } = _embedded;
  const _links = { ...communication._links, mediaPolicies: { href: '/apps/1/mediaPolicies' } };
  const withPolicies = { ...communication, _links };
  stage = await ScriptedStage.open({}, (ucwa) => {
    const body = { ...application, _embedded: { ..._embedded, communication: withPolicies } };
    ucwa.on('POST /apps', (request) => ucwa.authorized(request, { status: 201, body }));
    ucwa.on('GET /apps/1/communication', { body: withPolicies });
    ucwa.on('GET /apps/1/mediaPolicies', { body: { rel: 'mediaPolicies', audioVideoEncryption } });
  });
}

const bothAnswered = [
  ['RTP/AVP with a key', optional],
  ['RTP/SAVP', required],
] as const;

describe.each(['Enforced', 'Supported'])('51: under the policy %s', (policy) => {
  it.each(bothAnswered)('%s is answered RTP/SAVP', async (_name, sdp) => {
    await underPolicy(policy);
    const accepted = await taken(single(sdp));
    expect(accepted.body).toMatch(/^m=audio \d+ RTP\/SAVP /m);
    expect(accepted.body).toMatch(/^a=crypto:3 /m);
  });
});

it.each([
  ['Enforced', 'RTP/AVP without a key', clear, 'MediaEncryptionRequired'],
  ['Supported', 'RTP/AVP without a key', clear, 'MediaEncryptionMismatch'],
  ['NotSupported', 'RTP/AVP without a key', clear, 'MediaEncryptionMismatch'],
  ['NotSupported', 'RTP/AVP with a key', optional, 'MediaEncryptionMismatch'],
  ['NotSupported', 'RTP/SAVP', required, 'MediaEncryptionNotSupported'],
])('51: under the policy %s, %s is declined', async (policy, _name, sdp, subcode) => {
  await underPolicy(policy);
  expect(await refused(single(sdp))).toEqual([
    { reason: 'EncryptionMismatch' },
    { kind: 'failed', reason: 'encryption-mismatch', detail: `LocalFailure/${subcode}` },
  ]);
});

it('51: nobody is called where encryption is not supported, as nothing is sent in the clear', async () => {
  await underPolicy('NotSupported');
  const callId = await stage.alex.call('sip:sam@example.test');
  expect((await stage.alex.recent(callId)).outcome).toEqual({
    kind: 'failed',
    reason: 'encryption-mismatch',
    detail: 'LocalFailure/MediaEncryptionNotSupported',
  });
  expect(stage.ucwa.server.seen('POST', /startAudio/)).toEqual([]);
  expect(stage.alex.media.openCalls).toEqual([]);
});

it('51: policies that cannot be read leave encryption to the two sides', async () => {
  await underPolicy('Enforced');
  stage.ucwa.on('GET /apps/1/mediaPolicies', { status: 403, body: { code: 'Forbidden' } });
  const accepted = await taken(single(optional));
  expect(accepted.body).toMatch(/^m=audio \d+ RTP\/SAVP /m);
});
