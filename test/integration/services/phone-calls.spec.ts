import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const alexWork = 'tel:+14255550101';
const alexMobile = 'tel:+14255550191';
const samWork = 'tel:+14255550102';

let stage: Stage;
let alex: Communicator;
let sam: Communicator;

beforeEach(async () => {
  stage = await Stage.open();
  [alex, sam] = await Promise.all([
    stage.enter('alex@parley.test'),
    stage.enter('sam@parley.test'),
  ]);
  await alex.until(({ can, calling }) => can.startPhoneAudio && calling.phones.length === 2);
});

afterEach(() => stage.close());

/** Answers a telephone, or does something else with it, as soon as it rings. */
async function telephone(number: string, action: 'answer' | 'refuse' = 'answer'): Promise<void> {
  const { control } = stage.sandbox;
  await expect.poll(() => control.ringingTelephones).toContain(number);
  control.telephone(number, action);
}

const callOf = (who: Communicator, id: string) => who.state.calls[id];

/** Alex talks with Sam from a telephone, and Sam on one. */
async function talkOnPhones(): Promise<{ readonly outgoing: string; readonly incoming: string }> {
  const outgoing = await alex.call(samUri, { via: 'phone' });
  await telephone(alexWork);
  const { id: incoming } = await sam.ringing();
  await telephone(samWork);
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  return { outgoing, incoming };
}

/** Alex talks with Sam, both through the program. */
async function talkHere(): Promise<{ readonly outgoing: string; readonly incoming: string }> {
  const outgoing = await alex.call(samUri);
  const { id: incoming } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  await alex.until(({ calls }) => calls[outgoing]?.can.moveToPhone);
  return { outgoing, incoming };
}

it('knows the user’s phones, and that calls may be made on them', () => {
  expect(alex.state.calling.phones).toEqual([
    { type: 'Work', number: alexWork },
    { type: 'Mobile', number: alexMobile },
  ]);
});

/** Alex and Sam write to each other. @returns the conversation of Alex */
async function chat(): Promise<string> {
  const { conversationId } = await alex.commands['conversations.startChat']({
    ...{ to: samUri, message: 'May I call?' },
  });
  const { id } = await sam.until(({ conversations }) =>
    Object.values(conversations).find(({ can }) => can.accept),
  );
  await sam.commands['conversations.accept']({ conversationId: id });
  await alex.until(({ conversations }) => conversations[conversationId]?.can.callOnPhone);
  return conversationId;
}

describe('the own phone in a chat', () => {
  it('rings first, then the other one’s, in the same conversation', async () => {
    const conversationId = await chat();
    const { callId } = await alex.commands['calls.startIn']({ conversationId, via: 'phone' });
    expect(callOf(alex, callId)).toMatchObject({
      ...{ kind: 'phone', conversationId, phone: { number: alexWork, state: 'ringing' } },
    });
    await alex.until(({ conversations }) => !conversations[conversationId]?.can.callOnPhone);
    await telephone(alexWork);
    await sam.ringing();
    await telephone(samWork);
    await alex.inPhase(callId, 'connected');
    expect(alex.media.asked).toEqual([]);
    await alex.commands['calls.hangUp']({ callId });
    await alex.until(({ conversations }) => conversations[conversationId]?.can.callOnPhone);
    expect(alex.state.conversations[conversationId]).toMatchObject({
      ...{ state: 'Connected', messages: [{ content: { text: 'May I call?' } }] },
    });
  });

  it('is the one that is named, and is refused where it is not offered', async () => {
    const conversationId = await chat();
    const wish = { conversationId, via: 'phone', phoneNumber: alexMobile } as const;
    await alex.commands['calls.startIn'](wish);
    await telephone(alexMobile, 'refuse');
    await alex.until(({ recents }) => recents.find(({ type }) => type === 'call'));
    await alex.commands['conversations.leave']({ conversationId });
    await expect(alex.commands['calls.startIn'](wish)).rejects.toMatchObject({
      error: { messageKey: 'error.notPossibleNow' },
    });
  });
});

describe('a call on the own phone', () => {
  it('rings the phone first, says so, and opens no microphone', async () => {
    const callId = await alex.call(samUri, { via: 'phone' });
    expect(callOf(alex, callId)).toMatchObject({
      ...{ phase: 'inviting', kind: 'phone', remoteAlerting: false },
      phone: { number: alexWork, state: 'ringing' },
      can: { mute: false, cancel: true },
    });
    await telephone(alexWork);
    await alex.until(({ calls }) => calls[callId]?.remoteAlerting);
    const ringing = await sam.ringing();
    expect(ringing).toMatchObject({
      ...{ kind: 'phone', remote: { name: 'Alex Rivera' } },
      phone: { number: samWork, state: 'ringing' },
      can: { answer: false, answerOnPhone: false, decline: true },
    });
    expect(ringing.alert?.ring).toBeNull();
    await telephone(samWork);
    const up = await alex.inPhase(callId, 'connected');
    expect(up).toMatchObject({ kind: 'phone', phone: { state: 'talking' }, media: null });
    expect(alex.media.asked).toEqual([]);
    await sam.inPhase(ringing.id, 'connected');
  });

  it('rings the phone that the command names, else the one in the settings', async () => {
    await alex.commands['settings.update']({ phoneNumber: alexMobile });
    await alex.call(samUri, { via: 'phone' });
    await telephone(alexMobile, 'refuse');
    const callId = await alex.call(samUri, { via: 'phone', phoneNumber: alexWork });
    await telephone(alexWork, 'refuse');
    expect((await alex.recent(callId)).outcome).toMatchObject({
      ...{ kind: 'failed', reason: 'own-phone' },
    });
  });

  it('is held, resumed and hung up', async () => {
    const { outgoing, incoming } = await talkOnPhones();
    await alex.commands['calls.hold']({ callId: outgoing });
    await alex.until(({ calls }) => calls[outgoing]?.can.resume);
    expect(callOf(alex, outgoing)?.hold).toMatchObject({ local: true, pending: false });
    await alex.commands['calls.resume']({ callId: outgoing });
    await alex.until(({ calls }) => calls[outgoing]?.can.hold);
    await alex.commands['calls.hangUp']({ callId: outgoing });
    const [mine, theirs] = await Promise.all([alex.recent(outgoing), sam.recent(incoming)]);
    expect([mine.outcome, theirs.outcome]).toEqual([{ kind: 'answered' }, { kind: 'answered' }]);
    expect(mine.durationMs).not.toBeNull();
  });

  it('is over when the phone is hung up', async () => {
    const { outgoing, incoming } = await talkOnPhones();
    stage.sandbox.control.telephone(samWork, 'hangUp');
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
    expect((await sam.recent(incoming)).outcome).toEqual({ kind: 'answered' });
  });

  it('is taken back while the own phone rings, and declined over there', async () => {
    const first = await alex.call(samUri, { via: 'phone' });
    await alex.until(({ calls }) => calls[first]?.invitation);
    await alex.commands['calls.cancel']({ callId: first });
    expect((await alex.recent(first)).outcome).toEqual({ kind: 'cancelled' });
    await expect.poll(() => stage.sandbox.control.ringingTelephones).toEqual([]);
    const second = await alex.call(samUri, { via: 'phone' });
    await telephone(alexWork);
    const { id } = await sam.ringing();
    await sam.commands['calls.decline']({ callId: id, scope: 'Local' });
    expect((await alex.recent(second)).outcome).toEqual({ kind: 'declined' });
    expect(sam.state.calls).toEqual({});
  });

  it('calls a telephone that belongs to nobody here', async () => {
    const callId = await alex.call('+44 1632 960001', { via: 'phone' });
    await telephone(alexWork);
    await telephone('tel:+441632960001');
    await alex.inPhase(callId, 'connected');
  });

  it('is refused with the server’s reason', async () => {
    stage.sandbox.control.fault('normalization-failed', { times: 1 });
    const unknown = await alex.call(samUri, { via: 'phone' });
    expect((await alex.recent(unknown)).outcome).toMatchObject({ reason: 'not-found' });
    stage.sandbox.control.fault('forbidden', { times: 1 });
    const forbidden = await alex.call(samUri, { via: 'phone' });
    expect((await alex.recent(forbidden)).outcome).toMatchObject({ reason: 'not-allowed' });
  });
});

describe('a call that goes to the own phone', () => {
  it('is answered on it, while the caller talks through the program', async () => {
    const outgoing = await alex.call(samUri);
    const ringing = await sam.ringing();
    expect(ringing.can).toMatchObject({ answer: true, answerOnPhone: true });
    await sam.commands['calls.answer']({ callId: ringing.id, via: 'phone' });
    expect(callOf(sam, ringing.id)).toMatchObject({
      ...{ phase: 'connecting', kind: 'phone', alert: null, phone: { state: 'ringing' } },
    });
    await telephone(samWork);
    const up = await sam.inPhase(ringing.id, 'connected');
    expect(up).toMatchObject({ kind: 'phone', phone: { state: 'talking' } });
    expect(sam.media.asked).toEqual([]);
    await sam.commands['calls.hangUp']({ callId: ringing.id });
    await alex.recent(outgoing);
  });

  it('is declined when the phone turns it away', async () => {
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: id, via: 'phone' });
    await telephone(samWork, 'refuse');
    expect((await sam.recent(id)).outcome).toEqual({ kind: 'declined' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
  });

  it('goes on on it: the same call, its media closed when the phone is answered', async () => {
    const { outgoing, incoming } = await talkHere();
    const before = callOf(alex, outgoing)?.connectedAtMs;
    await alex.commands['calls.moveToPhone']({ callId: outgoing, phoneNumber: alexMobile });
    expect(callOf(alex, outgoing)).toMatchObject({
      ...{ phase: 'connected', kind: 'direct', can: { moveToPhone: false, stayHere: true } },
      phone: { number: alexMobile, state: 'ringing' },
    });
    await telephone(alexMobile);
    const moved = await alex.until(
      ({ calls }) => calls[outgoing]?.kind === 'phone' && calls[outgoing],
    );
    expect(moved).toMatchObject({ phase: 'connected', phone: { state: 'talking' } });
    expect(moved.connectedAtMs).toBe(before);
    expect(alex.media.openCalls).toEqual([]);
    await alex.commands['calls.hangUp']({ callId: outgoing });
    expect((await sam.recent(incoming)).outcome).toEqual({ kind: 'answered' });
  });

  it('stays here when the phone is not answered, or the user thinks better of it', async () => {
    const { outgoing } = await talkHere();
    await alex.commands['calls.moveToPhone']({ callId: outgoing });
    await telephone(alexWork, 'refuse');
    await alex.until(({ calls }) => calls[outgoing]?.phone === null);
    expect(alex.state.notices.map(({ messageKey }) => messageKey)).toContain(
      'notice.phoneNotAnswered',
    );
    await alex.until(({ calls }) => calls[outgoing]?.can.moveToPhone);
    await alex.commands['calls.moveToPhone']({ callId: outgoing });
    await expect.poll(() => stage.sandbox.control.ringingTelephones).toEqual([alexWork]);
    await alex.commands['calls.stayHere']({ callId: outgoing });
    await alex.until(({ calls }) => calls[outgoing]?.phone === null);
    expect(callOf(alex, outgoing)).toMatchObject({ phase: 'connected', kind: 'direct' });
    expect(stage.sandbox.control.ringingTelephones).toEqual([]);
    expect(alex.media.openCalls).toHaveLength(1);
  });

  it('ends with everything when hung up while the phone rings', async () => {
    const { outgoing, incoming } = await talkHere();
    await alex.commands['calls.moveToPhone']({ callId: outgoing });
    await expect.poll(() => stage.sandbox.control.ringingTelephones).toEqual([alexWork]);
    await alex.commands['calls.hangUp']({ callId: outgoing });
    expect((await sam.recent(incoming)).outcome).toEqual({ kind: 'answered' });
    await expect.poll(() => stage.sandbox.control.ringingTelephones).toEqual([]);
  });
});
