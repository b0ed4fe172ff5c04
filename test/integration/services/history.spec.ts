import { afterEach, expect, it } from 'vitest';
import type { Communicator } from './support/communicator.ts';
import { bring, startMeeting, when, whenAny } from './support/meeting-guests.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
let stage: Stage;

afterEach(() => stage.close());

const twoPeople = async () => {
  stage = await Stage.open();
  return Promise.all([stage.enter('alex@parley.test'), stage.enter('sam@parley.test')]);
};

/** Alex writes, Sam takes it and leaves. @returns the conversation of Alex */
async function chat(alex: Communicator, sam: Communicator): Promise<string> {
  const { conversationId } = await alex.commands['conversations.startChat']({
    ...{ to: samUri, message: 'Lunch?', subject: 'Lunch', importance: 'Urgent' },
  });
  const asked = await whenAny(sam, ({ can }) => can.accept);
  await sam.commands['conversations.accept']({ conversationId: asked.id });
  await Promise.all([
    when(alex, conversationId, ({ state }) => state === 'Connected'),
    when(sam, asked.id, ({ state }) => state === 'Connected'),
  ]);
  await sam.commands['conversations.leave']({ conversationId: asked.id });
  await when(alex, conversationId, ({ state }) => state === 'Ended');
  return conversationId;
}

const lines = ({ state }: Communicator) =>
  state.recents.map(({ type, direction, outcome }) => `${type} ${direction} ${outcome.kind}`);

it('has a line of a chat on both sides, which is gone on with in the same thread', async () => {
  const [alex, sam] = await twoPeople();
  const conversationId = await chat(alex, sam);
  for (const [each, direction] of [
    [alex, 'Outgoing'],
    [sam, 'Incoming'],
  ] as const) {
    expect(each.state.recents).toMatchObject([
      {
        type: 'chat',
        direction,
        importance: 'Urgent',
        subject: 'Lunch',
        outcome: { kind: 'answered' },
      },
    ]);
  }
  const [line] = alex.state.recents;
  expect(line?.durationMs).not.toBeNull();
  expect(line?.threadId).toBe(sam.state.recents[0]?.threadId);
  await alex.commands['conversations.send']({ conversationId, text: 'Still there?' });
  const again = await whenAny(
    sam,
    ({ can, threadId }) => can.accept && threadId === line?.threadId,
  );
  expect(again.messages).toHaveLength(1);
});

it('has a line of a meeting that was missed, and one of a meeting without sound', async () => {
  const [alex, sam] = await twoPeople();
  const kim = await stage.enter('kim@parley.test');
  const conversationId = await startMeeting(alex);
  const kims = await bring(alex, conversationId, kim, 'sip:kim@parley.test');
  await alex.commands['conversations.addParticipants']({ conversationId, to: [samUri] });
  const asked = await whenAny(sam, ({ can }) => can.accept);
  await when(alex, conversationId, ({ can }) => can.end);
  await alex.commands['conversations.end']({ conversationId });
  await when(kim, kims, ({ state }) => state === 'Ended');
  await when(sam, asked.id, ({ state }) => state === 'Ended');
  expect(lines(sam)).toHaveLength(1);
  expect(sam.state.recents[0]).toMatchObject({
    type: 'meeting',
    direction: 'Incoming',
    durationMs: null,
  });
  expect(kim.state.recents).toMatchObject([{ type: 'meeting', subject: 'Planning' }]);
  expect(lines(alex)).toEqual(['meeting Outgoing answered']);
  expect(alex.state.recents[0]?.onlineMeetingUri).toMatch(/^sip:alex/);
});

it('has one line of a meeting with sound, the call’s, which leads back into the same conversation', async () => {
  const [alex] = await twoPeople();
  const { conversationId } = await alex.commands['conversations.startMeeting']({ join: 'audio' });
  const call = await alex.until(({ calls }) =>
    Object.values(calls).find(({ media }) => media === 'connected'),
  );
  await alex.commands['calls.hangUp']({ callId: call.id });
  await when(alex, conversationId, ({ state }) => state === 'Ended');
  expect(alex.state.recents).toMatchObject([{ type: 'call', kind: 'meeting', conversationId }]);
  const text = alex.state.recents[0]?.onlineMeetingUri ?? '';
  const joined = await alex.commands['meetings.join']({ text, join: 'audio' });
  expect(joined).toEqual({ conversationId });
});

it('remembers after a new start what the server does, once', async () => {
  const [alex, sam] = await twoPeople();
  await chat(alex, sam);
  const callId = await alex.call(samUri);
  await sam.ringing();
  await alex.commands['calls.cancel']({ callId });
  await sam.until(({ calls }) => Object.keys(calls).length === 0);
  const before = lines(sam);
  expect(before).toHaveLength(2);
  const again = await stage.enter('sam@parley.test');
  await again.until(({ recents }) => recents.length === 2);
  expect(lines(again)).toEqual(['call Incoming missed', 'chat Incoming answered']);
  expect(again.state.recents).toMatchObject([
    { source: 'server', remote: { name: 'Alex Rivera' } },
    { source: 'server', subject: 'Lunch', importance: 'Urgent' },
  ]);
  expect(again.state.missed).toEqual([]);
  const { recents: own } = sam.state;
  stage.sandbox.control.sendResync('sam@parley.test');
  await sam.until(({ recents }) => recents !== own);
  expect(lines(sam)).toEqual(before);
});
