import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUsers } from '../../../main/sandbox/index.ts';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const alexUri = 'sip:alex@parley.test';

let stage: Stage;
let alex: Communicator;
let sam: Communicator;
let kim: Communicator;

afterEach(() => stage.close());

async function connect() {
  const outgoing = await alex.call(samUri);
  const { id: incoming } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: incoming, modality: 'audio' });
  await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(incoming, 'connected')]);
  await alex.until(({ calls }) => calls[outgoing]?.can.hold);
  return { outgoing, incoming };
}

describe.each([
  ['UCWA', () => ({})],
  ["the hosted service's dialect", () => ({ discoveryUrl: stage.sandbox.hostedDiscoveryUrl })],
])('in %s:', (_dialect, options) => {
  beforeEach(async () => {
    // Kim may take Sam's calls.
    const users = demoUsers.map((user) =>
      user.uri === samUri ? { ...user, delegates: ['sip:kim@parley.test'] } : user,
    );
    stage = await Stage.open({ users });
    [alex, sam, kim] = await Promise.all([
      stage.enter('alex@parley.test', options()),
      stage.enter('sam@parley.test'),
      stage.enter('kim@parley.test'),
    ]);
  });

  describe('a call that the other side hands over', () => {
    it('goes on with somebody else: same call, same time, what the user sends stays as it was', async () => {
      const { outgoing, incoming } = await connect();
      await alex.commands['calls.setSending']({ callId: outgoing, audio: false, video: false });
      const before = alex.state.calls[outgoing];
      stage.sandbox.control.handOver('sam@parley.test', 'kim@parley.test');
      await alex.until(({ calls }) => calls[outgoing]?.transferring);
      const kims = await kim.call(alexUri);
      await alex.until(({ calls }) => calls[outgoing]?.mediaId !== before?.mediaId);
      await kim.inPhase(kims, 'connected');
      await sam.inPhase(incoming, 'ended');
      const after = alex.state.calls[outgoing];
      expect(Object.keys(alex.state.calls)).toEqual([outgoing]);
      expect(after).toMatchObject({
        ...{ phase: 'connected', media: 'connected', kind: 'direct', transferring: false },
        ...{ connectedAtMs: before?.connectedAtMs, sending: { audio: false, video: false } },
        remote: { name: 'Kim Lindqvist' },
        invitation: { transferredBy: { name: 'Sam Okafor' } },
      });
      expect(alex.media.asked).toContain('setSending audio false video false');
      expect(alex.media.openCalls).toEqual([after?.mediaId]);
      // The conversation with Sam carried nothing but the call.
      await alex.until(({ conversations }) => Object.keys(conversations).length === 1);
      expect(alex.state.conversations[after?.conversationId ?? '']?.remote?.name).toBe(
        'Kim Lindqvist',
      );
      expect(sam.state.calls[incoming]?.outcome).toEqual({ kind: 'answered' });

      // It is a call like any other from then on.
      await alex.until(({ calls }) => calls[outgoing]?.can.hold);
      await alex.commands['calls.hold']({ callId: outgoing });
      await kim.until(({ calls }) => calls[kims]?.hold.remote);
      await alex.commands['calls.hangUp']({ callId: outgoing });
      await kim.inPhase(kims, 'ended');
      expect((await alex.recent(outgoing)).remote.name).toBe('Kim Lindqvist');
    });

    it('stays what it was when the one who shall take it gives up', async () => {
      const { outgoing } = await connect();
      stage.sandbox.control.handOver('sam@parley.test', 'kim@parley.test');
      await alex.until(({ calls }) => calls[outgoing]?.transferring);
      alex.media.failNext('device-busy');
      const kims = await kim.call(alexUri);
      await kim.inPhase(kims, 'ended');
      await alex.until(({ calls }) => calls[outgoing]?.remote.name === 'Sam Okafor');
      await alex.until(({ calls }) => calls[outgoing]?.can.hold);
      expect(alex.state.calls[outgoing]).toMatchObject({
        ...{ phase: 'connected', transferring: false, mediaId: outgoing, invitation: null },
        remote: { name: 'Sam Okafor' },
      });
      expect(alex.media.openCalls).toEqual([outgoing]);
    });
  });

  describe('a call that takes the place of another', () => {
    it('rings and says so; once it is answered the other one is gone without a word', async () => {
      const { outgoing, incoming } = await connect();
      stage.sandbox.control.handOver('sam@parley.test', 'kim@parley.test', 'silent');
      await kim.call(alexUri);
      const { id, invitation } = await alex.ringing();
      expect(invitation).toMatchObject({
        transferredBy: { name: 'Sam Okafor' },
        replacedCall: { name: 'Sam Okafor' },
      });
      const phases: string[] = [];
      alex.parley.store.patches.subscribe(() => {
        phases.push(alex.state.calls[outgoing]?.phase ?? 'none');
      });
      await alex.commands['calls.answer']({ callId: id, modality: 'audio' });
      await Promise.all([alex.inPhase(id, 'connected'), sam.inPhase(incoming, 'ended')]);
      await alex.until(({ calls }) => calls[outgoing] === undefined);
      expect(alex.media.asked.filter((what) => what.startsWith('createReoffer'))).toEqual([]);
      expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'answered' });
      expect(Object.keys(alex.state.calls)).toEqual([id]);
      expect(phases).not.toContain('ended');
    });

    it('leaves the other one alone when it is declined', async () => {
      const { outgoing } = await connect();
      stage.sandbox.control.handOver('sam@parley.test', 'kim@parley.test', 'silent');
      const kims = await kim.call(alexUri);
      const { id } = await alex.ringing();
      await alex.commands['calls.decline']({ callId: id, scope: 'Local' });
      await kim.inPhase(kims, 'ended');
      expect(alex.state.calls[outgoing]).toMatchObject({ phase: 'connected', media: 'connected' });
    });
  });

  describe('sound that is added to a chat and taken by somebody else', () => {
    it('goes on in a conversation with them; the chat stays', async () => {
      const { conversationId } = await alex.commands['conversations.startChat']({ to: samUri });
      const asked = await sam.until(({ conversations }) =>
        Object.values(conversations).find(({ can }) => can.accept),
      );
      await sam.commands['conversations.accept']({ conversationId: asked.id });
      await alex.until(({ conversations }) => conversations[conversationId]?.can.send);
      await alex.until(({ conversations }) => conversations[conversationId]?.state === 'Connected');
      stage.sandbox.control.forwardCalls('sam@parley.test', 'Delegates', 'along');
      const { callId } = await alex.commands['calls.startIn']({
        conversationId,
        modality: 'audio',
      });
      const { id } = await kim.ringing();
      await kim.commands['calls.answer']({ callId: id, modality: 'audio' });
      await alex.inPhase(callId, 'connected');
      await alex.until(({ calls }) => calls[callId]?.remote.name === 'Kim Lindqvist');
      await alex.until(({ calls }) => calls[callId]?.can.hold);
      const call = alex.state.calls[callId];
      expect(call?.conversationId).not.toBe(conversationId);
      expect(alex.state.conversations[call?.conversationId ?? '']?.remote?.name).toBe(
        'Kim Lindqvist',
      );
      expect(alex.state.conversations[conversationId]).toMatchObject({
        ...{ state: 'Connected', remote: { uri: samUri } },
      });
      await alex.commands['calls.hangUp']({ callId });
      await kim.inPhase(id, 'ended');
      expect(alex.state.conversations[conversationId]?.state).toBe('Connected');
    });
  });
});
