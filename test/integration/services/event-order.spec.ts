import { afterEach, describe, expect, it } from 'vitest';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import type { SeenRequest } from '../../support/scripted-server.ts';
import { embedded, invitationResource, ScriptedStage } from './support/scripted-stage.ts';

let stage: ScriptedStage;

afterEach(() => stage.close());

const incomingLinks = {
  from: '/conv/1/participants/2',
  acceptWithAnswer: '/inv/1/accept',
  decline: '/inv/1/decline',
};

/** Something that a test lets happen when it likes. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Alex calls; the server holds back its response until `response` opens. */
async function startCall(response: ReturnType<typeof gate>) {
  const answer = { status: 201, headers: { Location: '/inv/1' } };
  stage.ucwa.on('POST /apps/1/startAudio', { after: response.opened, answer: answer });
  const callId = await stage.alex.call('sip:sam@example.test');
  const request = await stage.ucwa.server.waitFor('POST', /startAudio/);
  const sent: unknown = JSON.parse(request.body);
  return { callId, operationId: propertyOf(sent, 'operationId') };
}

const propertyOf = (body: unknown, name: string): unknown =>
  Object.entries(body ?? {}).find(([key]) => key === name)?.[1];

async function negotiation(name: 'mediaAnswer' | 'mediaProvisionalAnswer') {
  const sdp = await stage.remote.createOffer('remote', 'audio');
  return embedded('audioVideoNegotiation', {
    rel: 'audioVideoNegotiation',
    _links: { self: { href: '/inv/1/neg/1' }, [name]: { href: encodeMediaSdp(sdp) } },
  });
}

const started = (operationId: unknown, links: Record<string, string> = {}) =>
  [
    'audioVideoInvitation',
    '/inv/1',
    'started',
    embedded('audioVideoInvitation', invitationResource('Outgoing', links, { operationId })),
  ] as const;

describe('an outgoing call', () => {
  it('sends every field of the page', async () => {
    stage = await ScriptedStage.open();
    stage.ucwa.on('POST /apps/1/startAudioVideo', { status: 201, headers: { Location: '/inv/1' } });
    await stage.alex.call('sip:sam@example.test', {
      modality: 'audioVideo',
      subject: 'Strategy',
      importance: 'Urgent',
      threadId: 'thread',
      joinAudioMuted: true,
      joinVideoMuted: false,
    });
    const request: SeenRequest = await stage.ucwa.server.waitFor('POST', /startAudioVideo/);
    expect(JSON.parse(request.body)).toEqual({
      to: 'sip:sam@example.test',
      operationId: expect.stringMatching(/^.{1,50}$/),
      sessionContext: expect.stringMatching(/^.{1,50}$/),
      subject: 'Strategy',
      importance: 'Urgent',
      threadId: 'thread',
      joinAudioMuted: true,
      joinVideoMuted: false,
      _links: { mediaOffer: { href: expect.stringMatching(/^data:application\/sdp;base64,/) } },
    });
    expect(stage.alex.media.asked).toContain('setSending audio false video true');
  });

  it('is connected by events that come before the response', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    stage.send(started(operationId));
    await stage.ucwa.server.waitFor('GET', /ack=2/);
    negotiated(await negotiation('mediaAnswer'));
    await stage.alex.inPhase(callId, 'connected');
    response.open();
    expect(stage.alex.state.calls[callId]?.invitation?.operationId).toBe(operationId);
  });

  it('rings over there on a provisional answer, and takes the first final one only', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    response.open();
    stage.send(started(operationId));
    await stage.alex.until(({ calls }) => calls[callId]?.invitation);
    negotiated(await negotiation('mediaProvisionalAnswer'));
    await stage.alex.until(({ calls }) => calls[callId]?.remoteAlerting);
    negotiated(await negotiation('mediaAnswer'), await negotiation('mediaAnswer'));
    await stage.alex.inPhase(callId, 'connected');
    expect(stage.alex.media.asked.filter((what) => what === 'applyAnswer')).toHaveLength(1);
  });

  it('finds the answer to an invitation whose address was not known yet', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const reading = gate();
    const { callId, operationId } = await startCall(response);
    const invitation = invitationResource('Outgoing', {}, { operationId });
    stage.ucwa.on('GET /inv/1', { after: reading.opened, answer: { body: invitation } });
    stage.send(['audioVideoInvitation', '/inv/1', 'started']);
    await stage.ucwa.server.waitFor('GET', /inv\/1$/);
    negotiated(await negotiation('mediaAnswer'));
    // The next request for events shows that the answer was handed out.
    await stage.ucwa.server.waitFor('GET', /ack=3/);
    reading.open();
    await stage.alex.inPhase(callId, 'connected');
    response.open();
  });

  it('is taken back on the server when the user gave up before its address was known', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    await stage.alex.commands['calls.cancel']({ callId });
    const links = { cancel: '/conv/1/av/terminate' };
    const invitation = invitationResource('Outgoing', links, { operationId });
    stage.ucwa.on('GET /inv/1', { body: invitation });
    stage.ucwa.on('POST /conv/1/av/terminate', { status: 204 });
    response.open();
    await stage.ucwa.server.waitFor('POST', /terminate/);
    expect(stage.alex.state.recents).toMatchObject([{ outcome: { kind: 'cancelled' } }]);
  });

  it('is stopped on the server when the answer crosses the hanging up', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    response.open();
    stage.send(started(operationId, { cancel: '/conv/1/av/terminate' }));
    await stage.alex.until(({ calls }) => calls[callId]?.invitation);
    stage.ucwa.on('POST /conv/1/av/terminate', { status: 404, body: { code: 'NotFound' } });
    stage.ucwa.on('GET /conv/1/av', {
      body: {
        rel: 'audioVideo',
        state: 'Connected',
        _links: { self: { href: '/conv/1/av' }, stopAudioVideo: { href: '/conv/1/av/stop' } },
      },
    });
    stage.ucwa.on('POST /conv/1/av/stop', { status: 204 });
    await stage.alex.commands['calls.cancel']({ callId });
    negotiated(await negotiation('mediaAnswer'));
    const stop = await stage.ucwa.server.waitFor('POST', /av\/stop/);
    expect(JSON.parse(stop.body)).toEqual({ reason: 'Cancel' });
    expect(stage.alex.state.calls[callId]?.outcome).toEqual({ kind: 'cancelled' });
  });
});

describe('an incoming call that the event only links to', () => {
  it('rings when the invitation was read, and learns the name afterwards', async () => {
    stage = await ScriptedStage.open();
    const naming = gate();
    const participant = { rel: 'participant', name: 'Sam Okafor', uri: 'sip:sam@example.test' };
    stage.ucwa.on('GET /inv/1', { body: invitationResource('Incoming', incomingLinks) });
    stage.ucwa.on('GET /conv/1/participants/2', {
      after: naming.opened,
      answer: { body: participant },
    });
    stage.send(['audioVideoInvitation', '/inv/1', 'started']);
    const { id, remote } = await stage.alex.ringing();
    expect(remote).toEqual({ uri: '', name: '' });
    naming.open();
    await stage.alex.until(({ calls }) => calls[id]?.remote.name === 'Sam Okafor');
    expect(stage.alex.state.calls[id]?.invitation?.from?.uri).toBe('sip:sam@example.test');
  });

  it('never rings when it was over before the invitation was read', async () => {
    stage = await ScriptedStage.open();
    const reading = gate();
    const invitation = invitationResource('Incoming', incomingLinks);
    stage.ucwa.on('GET /inv/1', { after: reading.opened, answer: { body: invitation } });
    stage.send(['audioVideoInvitation', '/inv/1', 'started']);
    await stage.ucwa.server.waitFor('GET', /inv\/1$/);
    stage.send(['audioVideoInvitation', '/inv/1', 'completed', { status: 'Failure' }]);
    await stage.ucwa.server.waitFor('GET', /ack=3/);
    reading.open();
    const other = invitationResource('Incoming', incomingLinks, { subject: 'Another one' });
    stage.send([
      'audioVideoInvitation',
      '/inv/2',
      'started',
      embedded('audioVideoInvitation', other),
    ]);
    await stage.alex.ringing();
    expect(Object.values(stage.alex.state.calls).map(({ subject }) => subject)).toEqual([
      'Another one',
    ]);
  });

  it('does not ring twice for an invitation that is told twice', async () => {
    stage = await ScriptedStage.open();
    const event = [
      'audioVideoInvitation',
      '/inv/1',
      'started',
      embedded('audioVideoInvitation', invitationResource('Incoming', incomingLinks)),
    ] as const;
    stage.send(event, event);
    await stage.alex.ringing();
    expect(stage.alex.marks).toEqual(['invitation-decoded', 'call-ringing']);
  });
});

describe('events that were lost', () => {
  it.each([
    ['Cancelled', { kind: 'missed' }],
    ['Declined', { kind: 'missed' }],
    ['Failed', { kind: 'missed' }],
    ['Connected', { kind: 'answeredElsewhere', by: null }],
  ])('ends the ringing of an invitation that is %s by now', async (state, outcome) => {
    stage = await ScriptedStage.open();
    const invitation = invitationResource('Incoming', incomingLinks);
    stage.send([
      'audioVideoInvitation',
      '/inv/1',
      'started',
      embedded('audioVideoInvitation', invitation),
    ]);
    const { id } = await stage.alex.ringing();
    stage.ucwa.on('GET /inv/1', { body: { ...invitation, state } });
    stage.resync();
    expect((await stage.alex.recent(id)).outcome).toEqual(outcome);
  });

  it('ends a call that the other side left meanwhile', async () => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    stage.send(started(operationId));
    await stage.alex.until(({ calls }) => calls[callId]?.invitation);
    negotiated(await negotiation('mediaAnswer'));
    await stage.alex.inPhase(callId, 'connected');
    response.open();
    stage.ucwa.on('GET /conv/1/av', {
      body: {
        rel: 'audioVideo',
        state: 'Disconnected',
        _links: { self: { href: '/conv/1/av' } },
      },
    });
    stage.resync();
    expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'answered' });
  });
});

describe('taking a call that is over', () => {
  async function ring() {
    stage = await ScriptedStage.open();
    const offer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
    const invitation = invitationResource('Incoming', { ...incomingLinks, mediaOffer: offer });
    stage.send([
      'audioVideoInvitation',
      '/inv/1',
      'started',
      embedded('audioVideoInvitation', invitation),
    ]);
    return stage.alex.ringing();
  }

  it('ends it as cancelled when the server does not know it any more', async () => {
    const { id } = await ring();
    const answer = stage.alex.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answer).rejects.toMatchObject({ error: { messageKey: 'error.callOver' } });
    expect((await stage.alex.recent(id)).outcome).toEqual({ kind: 'cancelled' });
    expect(stage.alex.media.openCalls).toEqual([]);
  });

  it('ends it as cancelled, not missed, when its end is told while devices are opened', async () => {
    const { id } = await ring();
    stage.alex.media.whileAnswering = async () => {
      const reason = { code: 'RemoteFailure', subcode: 'Canceled' };
      stage.send(['audioVideoInvitation', '/inv/1', 'completed', { status: 'Failure', reason }]);
      await stage.alex.recent(id);
    };
    const answer = stage.alex.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answer).rejects.toMatchObject({ error: { messageKey: 'error.callOver' } });
    expect((await stage.alex.recent(id)).outcome).toEqual({ kind: 'cancelled' });
    expect(stage.ucwa.server.seen('POST', /accept/)).toEqual([]);
  });
});

describe('a call that the other side leaves', () => {
  it.each([
    [
      'its modality says so',
      [
        'audioVideo',
        '/conv/1/av',
        'updated',
        embedded('audioVideo', {
          rel: 'audioVideo',
          state: 'Disconnected',
          _links: { self: { href: '/conv/1/av' } },
        }),
      ],
    ],
    ['its conversation is gone', ['conversation', '/conv/1', 'deleted']],
  ] as const)('ends when %s', async (_how, event) => {
    stage = await ScriptedStage.open();
    const response = gate();
    const { callId, operationId } = await startCall(response);
    response.open();
    stage.send(started(operationId));
    await stage.alex.until(({ calls }) => calls[callId]?.invitation);
    negotiated(await negotiation('mediaAnswer'));
    await stage.alex.inPhase(callId, 'connected');
    stage.send(event);
    expect((await stage.alex.recent(callId)).outcome).toEqual({ kind: 'answered' });
  });
});

/** The answer of one or more endpoints of the other side, in the name of the invitation. */
function negotiated(...answers: readonly object[]): void {
  stage.sendFrom(
    { rel: 'audioVideoInvitation', href: '/inv/1' },
    ...answers.map(
      (answer, index) =>
        ['audioVideoNegotiation', `/inv/1/neg/${index}`, 'updated', answer] as const,
    ),
  );
}
