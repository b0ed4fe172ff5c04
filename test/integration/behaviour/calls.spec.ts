import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { embedded, invitationResource, ScriptedStage } from '../services/support/scripted-stage.ts';
import {
  connectCall,
  invitationEvent,
  inviteSam,
  negotiate,
  ringCall,
} from './support/call-script.ts';

let stage: ScriptedStage;

beforeEach(async () => {
  stage = await ScriptedStage.open({ clock: new HurriedClock() });
});
afterEach(() => stage.close());

const sdp = async (direction: 'sendrecv' | 'inactive', ...more: readonly string[]) => {
  const offer = await stage.remote.createOffer('remote', 'audio');
  return offer.replace('a=sendrecv', [...more, `a=${direction}`].join('\r\n'));
};
/** The directions of the streams of an SDP. */
const directions = (body: string) => body.match(/^a=(?:sendrecv|sendonly|recvonly|inactive)$/gm);

/** The other side offers new media within the call. Gives the body of the answer. */
async function reofferedWith(offer: string): Promise<string> {
  const link = (href: string) => ({ href });
  const renegotiation = {
    ...{ rel: 'audioVideoRenegotiation', direction: 'Incoming', operationId: 'theirs' },
    _links: {
      ...{ self: link('/conv/1/renegotiations/9'), audioVideoSession: link('/conv/1/session') },
      ...{ answer: link('/conv/1/renegotiations/9/answer'), dismiss: link('/dismiss') },
      mediaOffer: link(encodeMediaSdp(offer)),
    },
  };
  stage.ucwa.on('POST /conv/1/renegotiations/9/answer', { status: 204 });
  stage.send([
    ...(['audioVideoRenegotiation', '/conv/1/renegotiations/9', 'started'] as const),
    embedded('audioVideoRenegotiation', renegotiation),
  ]);
  const { body, headers } = await stage.ucwa.server.waitFor('POST', /renegotiations\/9\/answer/);
  expect(headers['content-type']).toBe('application/sdp');
  return body;
}

const elsewhere = { code: 'Informational', subcode: 'ConnectedElsewhere' };
const canceled = { code: 'RemoteFailure', subcode: 'Canceled' };
const kim = { href: '/apps/1/people/kim', title: 'Kim Lindqvist' };

it.each([
  ['taken on another device', elsewhere, {}, { kind: 'answeredElsewhere', by: null }],
  [
    'taken by a delegate',
    null,
    { acceptedByContact: kim },
    { kind: 'answeredElsewhere', by: expect.objectContaining({ name: 'Kim Lindqvist' }) },
  ],
  ['taken back by the caller', canceled, {}, { kind: 'missed' }],
])(
  '52: a call that is over stops ringing, and only one that nobody took was missed: %s',
  async (_how, reason, links, outcome) => {
    const { id } = await ringCall(stage);
    const resource = invitationResource('Incoming', {}, { state: 'Failed' });
    const over = { ...resource, _links: { ...resource._links, ...links } };
    const why = { status: 'Failure', ...(reason !== null && { reason }) };
    stage.send(invitationEvent('completed', over, why));
    expect((await stage.alex.recent(id)).outcome).toEqual(outcome);
    expect(stage.alex.state.calls).toEqual({});
  },
);

it('53: provisional answers of two endpoints end nothing; the final answer of one connects the call', async () => {
  const callId = await inviteSam(stage);
  const early = encodeMediaSdp(await sdp('sendrecv'));
  const provisional = (sessionContext: string, remoteEndpoint: string) => ({
    links: { mediaProvisionalAnswer: early },
    more: { sessionContext, remoteEndpoint },
  });
  negotiate(stage, provisional('context-1', 'desk'), provisional('context-2', 'mobile'));
  await stage.alex.until(({ calls }) => calls[callId]?.remoteAlerting);
  expect(stage.alex.state.calls[callId]?.phase).toBe('inviting');
  expect(stage.alex.media.asked).not.toContain('applyAnswer');
  negotiate(stage, {
    links: { mediaAnswer: encodeMediaSdp(await sdp('sendrecv')) },
    more: { sessionContext: 'context-2', remoteEndpoint: 'mobile' },
  });
  await stage.alex.inPhase(callId, 'connected');
  negotiate(stage, provisional('context-1', 'desk'));
  await stage.ucwa.server.waitFor('GET', /ack=5/);
  expect(stage.alex.state.calls[callId]).toMatchObject({ phase: 'connected', outcome: null });
  expect(stage.alex.media.asked.filter((what) => what === 'applyAnswer')).toHaveLength(1);
});

it('54: an offer that names the chosen pair of addresses is answered without the user, and the call goes on', async () => {
  const callId = await connectCall(stage);
  const nominated = 'a=remote-candidates:1 192.0.2.7 5004 2 192.0.2.7 5004';
  const answer = await reofferedWith(await sdp('sendrecv', nominated));
  expect(directions(answer)).toEqual(['a=sendrecv']);
  expect(stage.alex.state.calls[callId]).toMatchObject({
    ...{ phase: 'connected', media: 'connected' },
    hold: { local: false, remote: false, pending: false },
  });
  expect(stage.alex.media.openCalls).toEqual([callId]);
});

it('55: holding offers every stream inactive, resuming goes to resumeAudio, and a 409 is waited out', async () => {
  const callId = await connectCall(stage);
  const busy = { status: 409, body: { code: 'Conflict', subcode: 'AlreadyExists' } };
  const answered = async (direction: 'sendrecv' | 'inactive') => ({
    status: 201,
    body: {
      rel: 'audioVideoRenegotiation',
      _links: { mediaAnswer: { href: encodeMediaSdp(await sdp(direction)) } },
    },
  });
  stage.ucwa.on('POST /conv/1/session/renegotiations', busy, await answered('inactive'));
  stage.ucwa.on('POST /conv/1/session/resume', busy, await answered('sendrecv'));
  await stage.alex.commands['calls.hold']({ callId });
  expect(stage.alex.state.calls[callId]?.hold).toMatchObject({ local: true, pending: false });
  await stage.alex.commands['calls.resume']({ callId });
  expect(stage.alex.state.calls[callId]?.hold).toMatchObject({ local: false, pending: false });
  const sent = (path: RegExp) =>
    stage.ucwa.server.seen('POST', path).map(({ body }) => directions(body));
  expect(sent(/renegotiations\?/)).toEqual([['a=inactive'], ['a=inactive']]);
  expect(sent(/resume\?/)).toEqual([['a=sendrecv'], ['a=sendrecv']]);
});

it('56: an inactive offer of the other side is answered inactive; the call is shown as held and its media stay', async () => {
  const callId = await connectCall(stage);
  expect(directions(await reofferedWith(await sdp('inactive')))).toEqual(['a=inactive']);
  await stage.alex.until(({ calls }) => calls[callId]?.hold.remote);
  expect(stage.alex.state.calls[callId]?.phase).toBe('connected');
  expect(stage.alex.media.openCalls).toEqual([callId]);
});

it('58: a call whose stopping is answered 404 has ended', async () => {
  const callId = await connectCall(stage);
  stage.ucwa.on('POST /conv/1/av/stop', { status: 404, body: { code: 'NotFound' } });
  await stage.alex.commands['calls.hangUp']({ callId });
  await stage.ucwa.server.waitFor('POST', /stop/);
  expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'answered' });
  stage.pass();
  await stage.ucwa.server.waitFor('GET', /ack=5/);
  expect(stage.alex.state.notices.map(({ messageKey }) => messageKey)).not.toContain('error.gone');
  expect(stage.alex.logger.text()).not.toContain('could not be told that a call ended');
  expect(stage.ucwa.server.seen('POST', /stop/)).toHaveLength(1);
});
