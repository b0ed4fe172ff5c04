import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';

const links = { acceptWithAnswer: '/inv/1/accept', decline: '/inv/1/decline' };
const stillOpen = invitationResource('Incoming', links);
const inState = (state: string) => invitationResource('Incoming', {}, { state });

let stage: ScriptedStage;
let callId: string;

/** Alex is called; the connection drops under the first answer, a second one would be taken. */
beforeEach(async () => {
  stage = await ScriptedStage.open();
  const mediaOffer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
  const invitation = invitationResource('Incoming', { ...links, mediaOffer });
  stage.send([
    'audioVideoInvitation',
    '/inv/1',
    'started',
    embedded('audioVideoInvitation', invitation),
  ]);
  callId = (await stage.alex.ringing()).id;
  stage.ucwa.on('POST /inv/1/accept', 'drop', { status: 204 });
});

afterEach(() => stage.close());

const answer = () => stage.alex.commands['calls.answer']({ callId, modality: 'audio' });

const answersSent = () =>
  stage.ucwa.server.seen('POST', /accept/).map(({ url, body }) => `${url} ${body}`);

describe('an answer that the connection drops under', () => {
  it('is sent once more, the same, while the invitation can still be accepted', async () => {
    stage.ucwa.on('GET /inv/1', { body: stillOpen });
    await answer();
    const [first, second, ...more] = answersSent();
    expect(second).toBe(first);
    expect(more).toEqual([]);
    expect(stage.alex.state.calls[callId]?.phase).toBe('connecting');
  });

  it.each(['Connecting', 'Connected'])(
    'has arrived when the invitation is %s and cannot be accepted any more',
    async (state) => {
      stage.ucwa.on('GET /inv/1', { body: inState(state) });
      await answer();
      expect(answersSent()).toHaveLength(1);
      expect(stage.alex.state.calls[callId]?.phase).toBe('connecting');
    },
  );

  it.each([
    ['is gone', { status: 404, body: { code: 'NotFound' } }],
    ['was cancelled', { body: inState('Cancelled') }],
    ['was taken elsewhere', { body: inState('Failed') }],
  ])('came too late when the invitation %s', async (_how, told) => {
    stage.ucwa.on('GET /inv/1', told);
    await expect(answer()).rejects.toMatchObject({ error: { messageKey: 'error.callOver' } });
    expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'cancelled' });
    expect(answersSent()).toHaveLength(1);
    expect(stage.alex.media.openCalls).toEqual([]);
  });

  it('fails plainly when the connection drops a second time', async () => {
    stage.ucwa.on('POST /inv/1/accept', 'drop');
    stage.ucwa.on('GET /inv/1', { body: stillOpen });
    await expect(answer()).rejects.toMatchObject({ kind: 'transport' });
    expect((await stage.alex.recent(callId)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'network',
    });
    expect(answersSent()).toHaveLength(2);
  });

  it('is not sent again for an answer that the server refused', async () => {
    stage.ucwa.on('POST /inv/1/accept', { status: 500, body: { code: 'ServiceFailure' } });
    await expect(answer()).rejects.toMatchObject({ kind: 'ucwa', status: 500 });
    expect(answersSent()).toHaveLength(1);
  });
});
