import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const alexUri = 'sip:alex@parley.test';
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
  return { outgoing, incoming };
}

describe('a call that is answered', () => {
  it('tells Sam in one step who calls, how much it matters and what can be done', async () => {
    const patches: number[] = [];
    sam.parley.store.patches.subscribe(({ operations }) => {
      const added = operations.some(({ op, path }) => op === 'add' && path[0] === 'calls');
      if (added) patches.push(Object.keys(sam.state.calls).length);
    });
    await alex.call('Sam Okafor', {
      modality: 'audioVideo',
      importance: 'Emergency',
      subject: 'The pump',
    });
    const call = await sam.ringing();
    expect(patches).toEqual([1]);
    expect(call).toMatchObject({
      direction: 'Incoming',
      remote: { uri: alexUri, name: 'Alex Rivera' },
      modality: 'audioVideo',
      importance: 'Emergency',
      subject: 'The pump',
      alert: { takeFocus: true, notification: { urgency: 'critical', timeoutMs: null } },
      can: { answer: true, decline: true, hangUp: false },
    });
    expect(call.invitation).toMatchObject({ to: { uri: samUri }, from: { name: 'Alex Rivera' } });
    expect(sam.marks).toEqual(['invitation-decoded', 'call-ringing']);
  });

  it('connects both sides, and each history says so', async () => {
    const { outgoing, incoming } = await connect('audioVideo');
    expect(alex.state.calls[outgoing]).toMatchObject({
      remote: { name: 'Sam Okafor' },
      sending: { audio: true, video: true },
      can: { hangUp: true, mute: true },
    });
    expect(sam.marks).toContain('answer-sent');
    await sam.commands['calls.hangUp']({ callId: incoming });
    const [theirs, mine] = await Promise.all([alex.recent(outgoing), sam.recent(incoming)]);
    expect([theirs.outcome, mine.outcome]).toEqual([{ kind: 'answered' }, { kind: 'answered' }]);
    expect([theirs.durationMs, mine.durationMs]).not.toContain(null);
    expect([alex.media.openCalls, sam.media.openCalls]).toEqual([[], []]);
    await alex.commands['calls.dismiss']({ callId: outgoing });
    expect(alex.state.calls).toEqual({});
  });

  it('rings over there as soon as the server has told the other side', async () => {
    const outgoing = await alex.call(samUri);
    const call = await alex.until(
      ({ calls }) => calls[outgoing]?.remoteAlerting && calls[outgoing],
    );
    expect(call).toMatchObject({ phase: 'inviting', invitation: { state: 'Alerting' } });
    const { id } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    const connected = await alex.inPhase(outgoing, 'connected');
    expect(connected.remoteAlerting).toBe(false);
  });

  it('answers the usable part of an offer in several parts', async () => {
    stage.sandbox.control.setOfferForm('sam@parley.test', 'multipart');
    await connect('audio');
    // The part in the old dialect has no ICE credentials that a client of today knows.
    expect(sam.media.offersAnswered).toEqual([expect.stringContaining('a=ice-ufrag:')]);
  });

  it('mutes and unmutes', async () => {
    const { outgoing } = await connect('audio');
    await alex.commands['calls.setSending']({ callId: outgoing, audio: false, video: true });
    expect(alex.state.calls[outgoing]?.sending).toEqual({ audio: false, video: false });
    expect(alex.media.asked).toContain('setSending audio false video false');
  });

  it('takes a video call without video', async () => {
    const outgoing = await alex.call(samUri, { modality: 'audioVideo' });
    const { id } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(id, 'connected')]);
    expect(sam.state.calls[id]?.sending).toEqual({ audio: true, video: false });
  });
});

describe('hold and resume', () => {
  it('holds, shows the other side that it is held, and resumes', async () => {
    const { outgoing, incoming } = await connect();
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    await alex.commands['calls.hold']({ callId: outgoing });
    expect(alex.state.calls[outgoing]).toMatchObject({
      hold: { local: true, pending: false },
      can: { hold: false, resume: true },
    });
    await sam.until(({ calls }) => calls[incoming]?.hold.remote);
    await alex.commands['calls.resume']({ callId: outgoing });
    await sam.until(({ calls }) => calls[incoming]?.hold.remote === false);
    expect(alex.state.calls[outgoing]?.hold).toEqual({
      local: false,
      remote: false,
      pending: false,
    });
    const resumed = stage.sandbox.control.requests.some(({ path }) =>
      path.endsWith('/resumeAudio'),
    );
    expect(resumed).toBe(true);
  });

  it('lets both sides hold at the same moment, one after the other', async () => {
    const { outgoing, incoming } = await connect();
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    await sam.until(({ calls }) => calls[incoming]?.can.hold);
    await Promise.all([
      alex.commands['calls.hold']({ callId: outgoing }),
      sam.commands['calls.hold']({ callId: incoming }),
    ]);
    const both = { local: true, remote: true, pending: false };
    await alex.until(({ calls }) => calls[outgoing]?.hold.remote);
    await sam.until(({ calls }) => calls[incoming]?.hold.remote);
    expect([alex.state.calls[outgoing]?.hold, sam.state.calls[incoming]?.hold]).toEqual([
      both,
      both,
    ]);
  });

  it('puts the call on hold when the user takes another one', async () => {
    const { outgoing } = await connect();
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    const kim = await stage.enter('kim@parley.test');
    const second = await kim.call(alexUri);
    const { id, alert } = await alex.ringing();
    expect(alert?.ring).toEqual({ tone: 'soft', repeat: false });
    expect(alex.state.calls[outgoing]?.phase).toBe('connected');
    await alex.commands['calls.answer']({ callId: id, modality: 'audio' });
    await kim.inPhase(second, 'connected');
    await alex.until(({ calls }) => calls[outgoing]?.hold.local);
    expect(alex.state.calls[id]?.hold.local).toBe(false);
  });

  it('puts a call that was still connecting on hold when it is up, after another was taken', async () => {
    const kim = await stage.enter('kim@parley.test');
    await sam.call(alexUri);
    const first = await alex.ringing();
    let letAnswer = () => {};
    const mayAnswer = new Promise<void>((resolve) => {
      letAnswer = resolve;
    });
    alex.media.whileAnswering = () => mayAnswer;
    const answering = alex.commands['calls.answer']({ callId: first.id, modality: 'audio' });
    await alex.inPhase(first.id, 'connecting');
    alex.media.whileAnswering = async () => undefined;
    await kim.call(alexUri);
    const second = await alex.ringing();
    await alex.commands['calls.answer']({ callId: second.id, modality: 'audio' });
    await alex.inPhase(second.id, 'connected');
    letAnswer();
    await answering;
    await alex.until(({ calls }) => calls[first.id]?.hold.local);
    expect(alex.state.calls[second.id]?.hold).toMatchObject({ local: false, pending: false });
  });
});

describe('a call that goes on', () => {
  it.each([
    ['a call to nobody', () => alex.call('nobody of that name')],
    ['taking a call that is over', () => alex.commands['calls.answer'](gone)],
    ['resuming a call that is over', () => alex.commands['calls.resume'](gone)],
  ])('is not put on hold by %s', async (_what, attempt) => {
    const { outgoing } = await connect();
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    await expect(attempt()).rejects.toThrow();
    expect(alex.state.calls[outgoing]?.hold).toEqual({
      local: false,
      remote: false,
      pending: false,
    });
  });
});

const gone = { callId: 'gone', modality: 'audio' } as const;

describe('a call that is not answered', () => {
  it('was hung up while it was being taken: the caller hears so', async () => {
    const second = await stage.enter('sam@parley.test');
    const outgoing = await alex.call(samUri);
    const [{ id }, other] = await Promise.all([sam.ringing(), second.ringing()]);
    sam.media.whileAnswering = () => sam.commands['calls.hangUp']({ callId: id }).then(() => {});
    const answer = sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answer).rejects.toMatchObject({ error: { messageKey: 'error.callOver' } });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
    await second.recent(other.id);
  });

  it('was declined', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.decline']({ callId: id, scope: 'Local' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'declined' });
    expect(sam.state.calls).toEqual({});
  });

  it('was declined on all devices', async () => {
    const second = await stage.enter('sam@parley.test');
    const outgoing = await alex.call(samUri);
    const [first, other] = await Promise.all([sam.ringing(), second.ringing()]);
    await sam.commands['calls.decline']({ callId: first.id, scope: 'Global' });
    expect((await second.recent(other.id)).outcome).toEqual({ kind: 'declined' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
  });

  it('goes on ringing on the other device when one declines for itself', async () => {
    const second = await stage.enter('sam@parley.test');
    const outgoing = await alex.call(samUri);
    const [first, other] = await Promise.all([sam.ringing(), second.ringing()]);
    await sam.commands['calls.decline']({ callId: first.id, scope: 'Local' });
    await second.commands['calls.answer']({ callId: other.id, modality: 'audio' });
    await alex.inPhase(outgoing, 'connected');
  });

  it('was taken back by the caller', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await alex.commands['calls.cancel']({ callId: outgoing });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'cancelled' });
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'missed' });
  });

  it('was taken back while the callee was taking it: not answered, not missed', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    sam.media.whileAnswering = async () => {
      await alex.commands['calls.cancel']({ callId: outgoing });
      await stage.sandbox.control.waitForRequest(({ path }) => path.endsWith('/terminate'));
    };
    const answer = sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answer).rejects.toMatchObject({ error: { messageKey: 'error.callOver' } });
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'cancelled' });
    expect(sam.media.openCalls).toEqual([]);
  });

  it('was taken back before the server knew of it', async () => {
    const outgoing = await alex.call(samUri);
    await alex.commands['calls.cancel']({ callId: outgoing });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'cancelled' });
    expect(alex.media.openCalls).toEqual([]);
  });

  it('was missed when nobody took it', async () => {
    await stage.close();
    stage = await Stage.open({ invitationTimeoutMs: 300 });
    alex = await stage.enter('alex@parley.test');
    sam = await stage.enter('sam@parley.test');
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'missed' });
    expect((await alex.recent(outgoing)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'no-answer',
    });
  });

  it('is called back in the thread that the history has of it, on both sides', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await alex.until(({ calls }) => calls[outgoing]?.invitation);
    await alex.commands['calls.cancel']({ callId: outgoing });
    const { remote, threadId } = await sam.recent(id);
    expect(threadId).toMatch(/./);
    expect((await alex.recent(outgoing)).threadId).toBe(threadId);
    await sam.call(remote.uri, threadId === null ? {} : { threadId });
    const back = await alex.ringing();
    expect(back.invitation?.threadId).toBe(threadId);
    await alex.commands['calls.decline']({ callId: back.id, scope: 'Global' });
    expect((await alex.recent(back.id)).threadId).toBe(threadId);
  });

  it('was answered on another device: no missed call', async () => {
    const second = await stage.enter('sam@parley.test');
    await alex.call(samUri);
    const [first, other] = await Promise.all([sam.ringing(), second.ringing()]);
    await second.commands['calls.answer']({ callId: other.id, modality: 'audio' });
    expect((await sam.recent(first.id)).outcome).toEqual({ kind: 'answeredElsewhere', by: null });
    expect(sam.state.calls).toEqual({});
  });

  it('met a callee who is signed out', async () => {
    await sam.commands['session.signOut'](undefined);
    const outgoing = await alex.call(samUri);
    expect((await alex.recent(outgoing)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'unreachable',
    });
  });

  it('met nobody of that address', async () => {
    const outgoing = await alex.call('nobody@parley.test');
    expect((await alex.recent(outgoing)).outcome).toMatchObject({ reason: 'not-found' });
  });

  it('met a callee who is busy', async () => {
    const dana = await stage.enter('dana@parley.test');
    const talk = await dana.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await dana.inPhase(talk, 'connected');
    const outgoing = await alex.call('sip:dana@parley.test');
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'busy' });
    expect(dana.state.calls[talk]?.phase).toBe('connected');
  });

  it('met a callee who does not want to be disturbed', async () => {
    await sam.commands['presence.set']({ availability: 'DoNotDisturb' });
    const outgoing = await alex.call(samUri);
    expect((await alex.recent(outgoing)).outcome).toMatchObject({ reason: 'do-not-disturb' });
  });
});

describe('a call that cannot be set up', () => {
  it('fails for the caller without a microphone before anybody rings', async () => {
    alex.media.failNext('no-microphone');
    const outgoing = await alex.call(samUri);
    expect((await alex.recent(outgoing)).outcome).toMatchObject({ reason: 'no-microphone' });
    expect(stage.sandbox.control.requests.some(({ path }) => path.includes('startAudio'))).toBe(
      false,
    );
  });

  it('tells the callee without permission, and the caller that it did not work', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    sam.media.failNext('permission-denied');
    const answer = sam.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answer).rejects.toMatchObject({ reason: 'permission-denied' });
    expect((await sam.recent(id)).outcome).toMatchObject({ reason: 'media-permission' });
    expect((await alex.recent(outgoing)).outcome.kind).toBe('failed');
  });

  it('rings for an offer that is no SDP, fails when taken, and the next call works', async () => {
    stage.sandbox.control.tamperNextOffer('sam@parley.test');
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await expect(sam.commands['calls.answer']({ callId: id, modality: 'audio' })).rejects.toThrow();
    expect((await sam.recent(id)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'media-failed',
    });
    await alex.recent(outgoing);
    await connect();
  });

  it('ends with a reason when the media fails during the call', async () => {
    const { outgoing, incoming } = await connect();
    sam.media.report({ type: 'connection', mediaId: incoming, state: 'failed' });
    expect((await sam.recent(incoming)).outcome).toMatchObject({ reason: 'media-failed' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
  });

  it('refuses what the user typed before anything is sent', async () => {
    await expect(alex.call('http://parley.test')).rejects.toMatchObject({
      error: { code: 'invalid-address', messageKey: 'error.unsupportedScheme' },
    });
    await expect(alex.call(samUri, { subject: 'x'.repeat(251) })).rejects.toMatchObject({
      error: { code: 'field-limit', values: { field: 'subject', limit: '250' } },
    });
    expect(alex.state.calls).toEqual({});
  });
});
