import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { Communicator, CommunicatorOptions } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const alexUri = 'sip:alex@parley.test';
const samUri = 'sip:sam@parley.test';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

/** Every way to speak to a server: the dialect, and the syntax that it has in it. */
const ways: readonly (readonly [name: string, options: () => CommunicatorOptions])[] = [
  ['UCWA in JSON', () => ({})],
  ['UCWA in XML', () => ({ signIn: (request, on) => signInWith(request, on, { syntax: 'xml' }) })],
  ["the hosted service's dialect", () => ({ discoveryUrl: stage.sandbox.hostedDiscoveryUrl })],
];

const pairs = ways.flatMap(([callerWay, caller]) =>
  ways.map(([calleeWay, callee]) => [callerWay, calleeWay, caller, callee] as const),
);

async function enter(
  caller: () => CommunicatorOptions,
  callee: () => CommunicatorOptions,
): Promise<readonly [Communicator, Communicator]> {
  return Promise.all([
    stage.enter('alex@parley.test', caller()),
    stage.enter('sam@parley.test', callee()),
  ]);
}

describe.each(pairs)('a call from %s to %s', (_, __, caller, callee) => {
  it('is answered, carries media, and is hung up', async () => {
    const [alex, sam] = await enter(caller, callee);
    const outgoing = await alex.call(samUri, { modality: 'audioVideo', subject: 'A & B' });
    const ringing = await sam.ringing();
    expect(ringing).toMatchObject({
      remote: { uri: alexUri, name: 'Alex Rivera' },
      modality: 'audioVideo',
      subject: 'A & B',
      can: { answer: true, decline: true },
    });
    await sam.commands['calls.answer']({ callId: ringing.id, modality: 'audioVideo' });
    await Promise.all([alex.inPhase(outgoing, 'connected'), sam.inPhase(ringing.id, 'connected')]);
    await alex.commands['calls.hangUp']({ callId: outgoing });
    const [mine, theirs] = await Promise.all([alex.recent(outgoing), sam.recent(ringing.id)]);
    expect([mine.outcome, theirs.outcome]).toEqual([{ kind: 'answered' }, { kind: 'answered' }]);
  });

  it('is declined', async () => {
    const [alex, sam] = await enter(caller, callee);
    const outgoing = await alex.call(samUri);
    const { id } = await sam.ringing();
    await sam.commands['calls.decline']({ callId: id, scope: 'Global' });
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
  });
});

it('a call that the hosted service would answer with media of its own cannot be taken, only declined', async () => {
  const hosted = { discoveryUrl: stage.sandbox.hostedDiscoveryUrl };
  const [alex, sam] = await enter(
    () => ({}),
    () => hosted,
  );
  stage.sandbox.control.decorateNextInvitation(samUri, { links: { acceptWithAnswer: undefined } });
  const outgoing = await alex.call(samUri);
  const { id, can } = await sam.ringing();
  expect(can).toMatchObject({ answer: false, decline: true });
  const answering = sam.commands['calls.answer']({ callId: id, modality: 'audio' });
  await expect(answering).rejects.toMatchObject({ error: { code: 'not-allowed' } });
  await sam.commands['calls.decline']({ callId: id, scope: 'Global' });
  expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
});
