import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import { applicationResource } from '../../support/scripted-ucwa.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';

let stage: ScriptedStage;

afterEach(() => stage.close());

const links = { acceptWithAnswer: '/inv/1/accept', decline: '/inv/1/decline' };

/** Something that a test lets happen when it likes. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const invitationEvent = (type: string, resource: object, href = '/inv/1') =>
  ['audioVideoInvitation', href, type, embedded('audioVideoInvitation', resource)] as const;

/** Somebody calls Alex. */
async function ring() {
  stage = await ScriptedStage.open();
  const mediaOffer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
  const invitation = invitationResource('Incoming', { ...links, mediaOffer });
  stage.send(invitationEvent('started', invitation));
  return { callId: (await stage.alex.ringing()).id, invitation };
}

/** Another call rings: whatever the server said before has been dealt with. */
async function ringAgain() {
  const other = { ...invitationResource('Incoming', links), subject: 'Another one' };
  stage.ucwa.on('GET /inv/2', { body: other });
  stage.send(['audioVideoInvitation', '/inv/2', 'started']);
  await stage.alex.until(({ calls }) =>
    Object.values(calls).some(({ subject }) => subject === 'Another one'),
  );
}

describe('a call that rings', () => {
  it('was answered elsewhere when its invitation succeeds without this device', async () => {
    const { callId } = await ring();
    const taken = invitationResource('Incoming', {}, { state: 'Connected' });
    const [rel, href, type, more] = invitationEvent('completed', taken);
    stage.send([rel, href, type, { ...more, status: 'Success' }]);
    expect((await stage.alex.recent(callId)).outcome).toEqual({
      kind: 'answeredElsewhere',
      by: null,
    });
  });

  it('goes on when it is taken while it is read again after lost events', async () => {
    const { callId, invitation } = await ring();
    const reading = gate();
    const taken = { ...invitation, state: 'Connected' };
    stage.ucwa.on('GET /inv/1', { after: reading.opened, answer: { body: taken } });
    stage.ucwa.on('POST /inv/1/accept', { status: 204 });
    stage.resync();
    await stage.ucwa.server.waitFor('GET', /inv\/1$/);
    await stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
    reading.open();
    await ringAgain();
    expect(stage.alex.state.calls[callId]?.phase).toBe('connecting');
    expect(stage.alex.state.recents).toEqual([]);
  });
});

describe('a call that is taken', () => {
  it('is answered once, however often it is asked for', async () => {
    const { callId } = await ring();
    stage.ucwa.on('POST /inv/1/accept', { status: 204 });
    const answer = () => stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
    const first = answer();
    await expect(answer()).rejects.toMatchObject({ error: { code: 'not-allowed' } });
    await first;
    expect(stage.ucwa.server.seen('POST', /accept/)).toHaveLength(1);
  });

  it('is stopped when it was hung up while the answer was on its way', async () => {
    const { callId } = await ring();
    const accepting = gate();
    stage.ucwa.on('POST /inv/1/accept', { after: accepting.opened, answer: { status: 204 } });
    const audioVideo = (state: string, more: object = {}) => ({
      rel: 'audioVideo',
      state,
      _links: { self: { href: '/conv/1/av' }, ...more },
    });
    stage.ucwa.on('GET /conv/1/av', { body: audioVideo('Connecting') });
    stage.ucwa.on('POST /conv/1/av/stop', { status: 204 });
    const answer = stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
    await stage.ucwa.server.waitFor('POST', /accept/);
    await stage.alex.commands['calls.hangUp']({ callId });
    // It comes too late: 404.
    await stage.ucwa.server.waitFor('POST', /decline/);
    accepting.open();
    await answer;
    const connected = audioVideo('Connected', { stopAudioVideo: { href: '/conv/1/av/stop' } });
    stage.send(['audioVideo', '/conv/1/av', 'updated', embedded('audioVideo', connected)]);
    await stage.ucwa.server.waitFor('POST', /stop/);
    expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'cancelled' });
    expect(stage.alex.media.openCalls).toEqual([]);
  });
});

describe('a call that is started', () => {
  it('goes on when the response is lost after an event told of it', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    stage.ucwa.on('POST /apps/1/startAudio', { after: response.opened, answer: 'drop' });
    const callId = await stage.alex.call('sip:sam@example.test');
    const request = await stage.ucwa.server.waitFor('POST', /startAudio/);
    const { operationId }: { operationId: string } = JSON.parse(request.body);
    stage.send(invitationEvent('started', invitationResource('Outgoing', {}, { operationId })));
    await stage.alex.until(({ calls }) => calls[callId]?.invitation);
    response.open();
    await vi.waitUntil(() => stage.alex.logger.text().includes('disconnected'));
    const mediaAnswer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
    const negotiation = { _links: { self: { href: '/neg' }, mediaAnswer: { href: mediaAnswer } } };
    stage.sendFrom({ rel: 'audioVideoInvitation', href: '/inv/1' }, [
      'audioVideoNegotiation',
      '/neg',
      'updated',
      embedded('audioVideoNegotiation', { rel: 'audioVideoNegotiation', ...negotiation }),
    ]);
    await stage.alex.inPhase(callId, 'connected');
    expect(stage.ucwa.server.seen('POST', /startAudio/)).toHaveLength(1);
  });

  it('is taken back where it was sent when the application is lost meanwhile', async () => {
    stage = await ScriptedStage.open();
    const { alex, ucwa } = stage;
    const response = gate();
    const answer = { status: 201, headers: { Location: '/inv/1' } };
    ucwa.on('POST /apps/1/startAudio', { after: response.opened, answer });
    ucwa.on('GET /inv/1', { body: invitationResource('Outgoing', { cancel: '/inv/1/cancel' }) });
    ucwa.on('POST /inv/1/cancel', { status: 204 });
    ucwa.on('POST /apps', { status: 201, body: applicationResource('2', true) });
    ucwa.on('GET /apps/2/events', 'hang');
    const lost = { code: 'NotFound', subcode: 'ApplicationNotFound' };
    ucwa.on('POST /apps/1/me/presence', { status: 404, body: lost });
    const callId = await alex.call('sip:sam@example.test');
    await ucwa.server.waitFor('POST', /startAudio/);
    await expect(alex.commands['presence.set']({ availability: 'Busy' })).rejects.toThrow();
    expect((await alex.recent(callId)).outcome).toMatchObject({ kind: 'failed', reason: 'server' });
    response.open();
    await ucwa.server.waitFor('POST', /cancel/);
    expect(ucwa.server.seen('POST', /startAudio/)).toHaveLength(1);
    expect(alex.media.openCalls).toEqual([]);
  });

  it('is not sent when it is taken back while its microphone is muted', async () => {
    stage = await ScriptedStage.open();
    const { alex, ucwa } = stage;
    alex.media.whileMuting = async (callId) => {
      await alex.commands['calls.cancel']({ callId });
    };
    const callId = await alex.call('sip:sam@example.test', { joinAudioMuted: true });
    expect((await alex.recent(callId)).outcome).toEqual({ kind: 'cancelled' });
    await ringAgain();
    expect(ucwa.server.seen('POST', /startAudio/)).toEqual([]);
  });
});

it('a hang-up that signing out cuts off is not sent in the next session', async () => {
  const { callId } = await ring();
  stage.ucwa.on('POST /inv/1/accept', { status: 204 });
  stage.ucwa.on('GET /conv/1/av', 'hang');
  await stage.alex.commands['calls.answer']({ callId, modality: 'audio' });
  await stage.alex.commands['calls.hangUp']({ callId });
  await stage.ucwa.server.waitFor('GET', /conv\/1\/av$/);
  await stage.alex.commands['session.signOut'](undefined);
  await stage.alex.signIn('alex@example.test', 'correct horse');
  await stage.ucwa.server.waitFor('GET', /apps\/1\/events/, 2);
  await stage.alex.commands['calls.start']({ to: 'sip:sam@example.test', modality: 'audio' });
  await stage.ucwa.server.waitFor('POST', /startAudio/);
  expect(stage.ucwa.server.seen('GET', /conv\/1\/av$/)).toHaveLength(1);
});
