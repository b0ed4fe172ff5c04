import { afterEach, beforeEach, expect, it } from 'vitest';
import { callsOf, listedConversations } from '../../../app/domain/selectors.ts';
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

const conversations = ({ state }: Communicator) => Object.values(state.conversations);

it('rings in a conversation of its own, told in the same step', async () => {
  const told: boolean[] = [];
  sam.parley.store.patches.subscribe(({ operations }) => {
    const rang = operations.some(({ op, path }) => op === 'add' && path[0] === 'calls');
    const [call] = Object.values(sam.state.calls);
    if (rang) told.push(sam.state.conversations[call?.conversationId ?? ''] !== undefined);
  });
  await alex.call(samUri, { subject: 'The pump', importance: 'Urgent' });
  const call = await sam.ringing();
  expect(told).toEqual([true]);
  expect(sam.state.conversations[call.conversationId]).toMatchObject({
    remote: { name: 'Alex Rivera' },
    subject: 'The pump',
    importance: 'Urgent',
  });
  expect(callsOf(sam.state, call.conversationId)).toHaveLength(1);
  expect(listedConversations(sam.state).map(({ id }) => id)).toEqual([call.conversationId]);
});

it('is one conversation on each side, which goes with the call', async () => {
  const outgoing = await alex.call(samUri);
  const { id: incoming } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  for (const [each, callId] of [
    [alex, outgoing],
    [sam, incoming],
  ] as const) {
    await each.inPhase(callId, 'connected');
    const one = await each.until(() => conversations(each).find((it) => it.state === 'Connected'));
    expect(conversations(each)).toHaveLength(1);
    expect(one.id).toBe(each.state.calls[callId]?.conversationId);
    await each.until(() => conversations(each)[0]?.participants.length === 1);
    expect(conversations(each)[0]?.can.addParticipant).toBe(true);
  }
  await alex.commands['calls.hangUp']({ callId: outgoing });
  await sam.inPhase(incoming, 'ended');
  for (const [each, callId] of [
    [alex, outgoing],
    [sam, incoming],
  ] as const) {
    await each.until(() => conversations(each)[0]?.state === 'Ended');
    await each.commands['calls.dismiss']({ callId });
    expect(conversations(each)).toEqual([]);
  }
});

it('leaves no conversation behind when nobody takes it', async () => {
  const outgoing = await alex.call('sip:nobody@parley.test');
  await alex.inPhase(outgoing, 'ended');
  expect(conversations(alex)).toHaveLength(1);
  await alex.commands['calls.dismiss']({ callId: outgoing });
  await alex.until(() => conversations(alex).length === 0);
  const taken = await alex.call(samUri);
  await sam.ringing();
  await alex.commands['calls.cancel']({ callId: taken });
  await sam.until(({ calls }) => Object.keys(calls).length === 0);
  await sam.until(() => conversations(sam).length === 0);
});
