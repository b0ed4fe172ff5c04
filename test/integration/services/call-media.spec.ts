import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';

let stage: Stage;
let alex: Communicator;
let sam: Communicator;

beforeEach(async () => {
  stage = await Stage.open();
  [alex, sam] = await Promise.all([
    stage.enter('alex@parley.test'),
    stage.enter('sam@parley.test'),
  ]);
});

afterEach(() => stage.close());

async function connect(modality: 'audio' | 'audioVideo' = 'audio') {
  const outgoing = await alex.call(samUri, { modality });
  const { id: incoming } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: incoming, modality });
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  const offered = modality === 'audio' ? 'addVideo' : 'stopVideo';
  await alex.until(({ calls }) => calls[outgoing]?.can[offered]);
  await sam.until(({ calls }) => calls[incoming]?.can[offered]);
  return { outgoing, incoming };
}

describe('video in a running call', () => {
  it('is added, asked about on the other side, answered with theirs, and dropped for both', async () => {
    const { outgoing, incoming } = await connect();
    await alex.commands['calls.setVideo']({ callId: outgoing, on: true });
    expect(alex.state.calls[outgoing]).toMatchObject({
      modality: 'audioVideo',
      sending: { audio: true, video: true },
      video: { pending: false, offered: false },
    });
    await sam.until(({ calls }) => calls[incoming]?.video.offered);
    expect(sam.state.calls[incoming]).toMatchObject({
      modality: 'audioVideo',
      sending: { audio: true, video: false },
    });
    expect(sam.media.asked.filter((what) => what.startsWith('setSending'))).toEqual([]);

    await sam.commands['calls.setSending']({ callId: incoming, audio: true, video: true });
    expect(sam.media.asked).toContain('setSending audio true video true');
    expect(sam.state.calls[incoming]?.video.offered).toBe(false);

    await alex.until(({ calls }) => calls[outgoing]?.can.stopVideo);
    await alex.commands['calls.setVideo']({ callId: outgoing, on: false });
    await sam.until(({ calls }) => calls[incoming]?.modality === 'audio');
    expect(sam.state.calls[incoming]?.sending).toEqual({ audio: true, video: false });
    expect(alex.state.calls[outgoing]).toMatchObject({
      modality: 'audio',
      sending: { audio: true, video: false },
    });
    await alex.until(({ calls }) => calls[outgoing]?.can.addVideo);
  });

  it('stays as it was when the camera cannot be opened', async () => {
    const { outgoing } = await connect();
    alex.media.failNext('no-camera');
    const asked = alex.commands['calls.setVideo']({ callId: outgoing, on: true });
    await expect(asked).rejects.toMatchObject({ reason: 'no-camera' });
    expect(alex.state.calls[outgoing]).toMatchObject({
      modality: 'audio',
      sending: { audio: true, video: false },
      video: { pending: false },
      can: { addVideo: true },
    });
    expect(sam.media.asked).not.toContain('answerReoffer');
  });

  it('comes back after a hold as it was before', async () => {
    const { outgoing, incoming } = await connect('audioVideo');
    await alex.commands['calls.hold']({ callId: outgoing });
    await sam.until(({ calls }) => calls[incoming]?.hold.remote);
    expect(sam.state.calls[incoming]?.modality).toBe('audioVideo');
    expect(alex.state.calls[outgoing]?.can).toMatchObject({ stopVideo: false, addVideo: false });
    await alex.commands['calls.resume']({ callId: outgoing });
    await sam.until(({ calls }) => calls[incoming]?.hold.remote === false);
    expect(sam.state.calls[incoming]?.modality).toBe('audioVideo');
  });

  it('is offered to nobody whom the server does not let use it', async () => {
    await stage.close();
    stage = await Stage.open({
      users: [
        { name: 'Alex', uri: 'sip:alex@parley.test', userName: 'alex', password: 'parley' },
        {
          ...{ name: 'Sam', uri: samUri, userName: 'sam', password: 'parley' },
          videoAllowed: false,
        },
      ],
    });
    sam = await stage.enter('sam@parley.test');
    alex = await stage.enter('alex@parley.test');
    const callId = await sam.call('sip:alex@parley.test', { modality: 'audio' });
    const { id } = await alex.ringing();
    await alex.commands['calls.answer']({ callId: id, modality: 'audio' });
    await alex.until(({ calls }) => calls[id]?.can.addVideo);
    await sam.until(({ calls }) => calls[callId]?.can.hold);
    expect(sam.state.calls[callId]?.can.addVideo).toBe(false);
    const asked = sam.commands['calls.setVideo']({ callId, on: true });
    await expect(asked).rejects.toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('dialling tones', () => {
  it('are sent where the other side takes them, and shown', async () => {
    const { outgoing } = await connect();
    const refused = alex.commands['calls.sendTones']({ callId: outgoing, tones: '1' });
    await expect(refused).rejects.toMatchObject({ error: { code: 'not-allowed' } });
    alex.media.report({ type: 'tones', mediaId: outgoing, possible: true });
    await alex.commands['calls.sendTones']({ callId: outgoing, tones: '12#' });
    expect(alex.media.asked).toContain('sendTones 12#');
    expect(alex.state.calls[outgoing]?.tones).toEqual({ possible: true, sent: '12#' });
  });
});

describe('what the server is told of a call', () => {
  const reported = (kind: 'diagnostics' | 'feedback') =>
    stage.sandbox.control.callReports.filter((report) => report.kind === kind);

  it('is how its media ended, from both sides', async () => {
    const { outgoing, incoming } = await connect();
    await alex.commands['calls.hangUp']({ callId: outgoing });
    await sam.inPhase(incoming, 'ended');
    await expect.poll(() => reported('diagnostics').length).toBe(2);
    const fields = { errorCode: 'Informational', errorSubcode: 'CallTerminated' };
    expect(reported('diagnostics').map((report) => report.fields)).toEqual([fields, fields]);
  });

  it('is that the media failed', async () => {
    const { outgoing } = await connect();
    alex.media.report({ type: 'connection', mediaId: outgoing, state: 'failed' });
    await expect
      .poll(() => reported('diagnostics').map((report) => report.fields))
      .toContainEqual({ errorCode: 'LocalFailure', errorSubcode: 'MediaFailure' });
  });

  it('is nothing of a call that only rang', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.decline']({ callId: id, scope: 'Local' });
    await alex.inPhase(outgoing, 'ended');
    expect(reported('diagnostics')).toEqual([]);
  });

  it('is the rating of the user with what the media was like, once; what the server refuses can be given again', async () => {
    const { outgoing } = await connect();
    alex.media.quality = {
      audio: {
        ...{ codec: 'opus', packetsSent: 90, packetsReceived: 99, packetsLost: 1, jitterMs: 3 },
        picture: null,
      },
      video: null,
      roundTripMs: 12,
    };
    await alex.commands['calls.hangUp']({ callId: outgoing });
    const ended = await alex.inPhase(outgoing, 'ended');
    expect(ended.can.rate).toBe(true);
    await expect.poll(() => alex.media.openCalls).toEqual([]);
    stage.sandbox.control.fault('forbidden', { on: { path: /Feedback$/ }, times: 1 });
    const refused = alex.commands['calls.rate']({ callId: outgoing, stars: 4 });
    await expect(refused).rejects.toMatchObject({ error: { messageKey: 'error.ratingNotTaken' } });
    expect(alex.state.calls[outgoing]).toMatchObject({ rating: null, can: { rate: true } });
    await alex.commands['calls.rate']({ callId: outgoing, stars: 4 });
    expect(alex.state.calls[outgoing]).toMatchObject({ rating: 4, can: { rate: false } });
    const [feedback, ...more] = reported('feedback');
    expect(more).toEqual([]);
    expect(feedback?.fields.mediaQualityOfExperience).toBe(
      'rating=4;roundTripMs=12;audioCodec=opus;audioJitterMs=3;audioLossPercent=1',
    );
    expect(feedback?.fields.mediaEndpoint).toMatch(/^sip:sam@parley\.test/);
    const again = alex.commands['calls.rate']({ callId: outgoing, stars: 1 });
    await expect(again).rejects.toMatchObject({ error: { code: 'not-allowed' } });
  });
});
