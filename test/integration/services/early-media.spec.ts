import { afterEach, beforeEach, expect, it } from 'vitest';
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

const asked = ({ media }: Communicator, what: string) =>
  media.asked.filter((each) => each === what);

/** Alex calls, and Sam's side has answered before Sam did. */
async function answeredEarly() {
  const outgoing = await alex.call(samUri);
  const { id: incoming } = await sam.ringing();
  await expect.poll(() => alex.media.asked).toContain('applyProvisionalAnswer');
  return { outgoing, incoming };
}

it('answers a call that rings, opens nothing, and what was sent becomes the final answer', async () => {
  const { outgoing, incoming } = await answeredEarly();
  expect(sam.media.asked).toEqual(['createProvisionalAnswer']);
  expect(sam.state.calls[incoming]).toMatchObject({
    ...{ phase: 'ringing', media: null, sending: { audio: false, video: false } },
    can: { answer: true, decline: true },
  });
  expect(alex.state.calls[outgoing]).toMatchObject({
    ...{ phase: 'inviting', media: null, remoteAlerting: true, earlyMedia: false },
  });
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  expect(asked(alex, 'applyAnswer')).toHaveLength(1);
  const [early, final] = ['sendProvisionalAnswer', 'acceptWithAnswer'].map((name) =>
    stage.sandbox.control.requests.find(({ path }) => path.endsWith(name)),
  );
  // The same media session goes on.
  expect(early?.query).toMatch(/sessionContext=./);
  expect(final?.query).toBe(early?.query);
});

it('lets the user hear what comes before the answer', async () => {
  const { outgoing, incoming } = await answeredEarly();
  alex.media.report({ type: 'firstPacket', mediaId: outgoing, kind: 'audio' });
  expect(alex.state.calls[outgoing]).toMatchObject({ phase: 'inviting', earlyMedia: true });
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  await alex.inPhase(outgoing, 'connected');
  expect(alex.state.calls[outgoing]?.earlyMedia).toBe(false);
});

it.each([
  {
    what: 'declined',
    end: ({ incoming }: { incoming: string }) =>
      sam.commands['calls.decline']({ callId: incoming, scope: 'Global' }),
  },
  {
    what: 'taken back',
    end: ({ outgoing }: { outgoing: string }) =>
      alex.commands['calls.cancel']({ callId: outgoing }),
  },
])('leaves nothing open when the call is $what', async ({ end }) => {
  const calls = await answeredEarly();
  await end(calls);
  await Promise.all([alex.recent(calls.outgoing), sam.recent(calls.incoming)]);
  await expect.poll(() => [alex.media.openCalls, sam.media.openCalls]).toEqual([[], []]);
});

it('hears the first of several devices and talks with the one that is answered', async () => {
  const desk = await stage.enter('sam@parley.test');
  const outgoing = await alex.call(samUri);
  const rings = await Promise.all([sam.ringing(), desk.ringing()]);
  const isEarly = ({ path }: { path: string }) => path.endsWith('sendProvisionalAnswer');
  await expect.poll(() => stage.sandbox.control.requests.filter(isEarly)).toHaveLength(2);
  const other = rings[1];
  await desk.commands['calls.answer']({ callId: other.id, modality: 'audio' });
  await Promise.all([alex.inPhase(outgoing, 'connected'), desk.inPhase(other.id, 'connected')]);
  expect(asked(alex, 'applyProvisionalAnswer')).toHaveLength(1);
  // The connection was led from one device to the other.
  await expect.poll(() => asked(desk, 'answerReoffer')).toHaveLength(1);
  expect(desk.state.calls[other.id]?.phase).toBe('connected');
  await sam.recent(rings[0].id);
  await expect.poll(() => sam.media.openCalls).toEqual([]);
});

it.each(['the engine cannot', 'the server refuses'])(
  'rings and is answered all the same where %s',
  async (why) => {
    sam.media.answersEarly = why !== 'the engine cannot';
    const outgoing = await alex.call(samUri);
    const { id: incoming } = await sam.ringing();
    const allow = why === 'the server refuses' ? stage.sandbox.control.fault('forbidden') : null;
    const messages = () => sam.logger.entries.map(({ message }) => message);
    await expect.poll(messages).toContain('A call is not answered early');
    allow?.();
    expect(sam.state.calls[incoming]?.phase).toBe('ringing');
    await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
    await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
    expect(alex.media.asked).not.toContain('applyProvisionalAnswer');
  },
);

it('goes on ringing when the window that carries the media is gone', async () => {
  const { incoming } = await answeredEarly();
  sam.media.report({ type: 'lost', mediaId: incoming });
  expect(sam.state.calls[incoming]).toMatchObject({ phase: 'ringing', can: { answer: true } });
});
