import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUsers } from '../../../main/sandbox/index.ts';
import { outcomeText } from '../../../renderer/features/calls/outcome-text.ts';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const robinUri = 'sip:robin@parley.test';

/** Alex and Kim answer for Sam. */
const users = demoUsers.map((user) =>
  user.uri === samUri
    ? { ...user, delegates: ['sip:alex@parley.test', 'sip:kim@parley.test'] }
    : user,
);

let stage: Stage;
let alex: Communicator;

beforeEach(async () => {
  stage = await Stage.open({ users });
  alex = await stage.enter('alex@parley.test');
});

afterEach(() => stage.close());

const enter = (name: string) => stage.enter(`${name}@parley.test`);
const nowhere = { address: '', building: '', city: '', state: '', zip: '', country: '' };

describe('in the name of somebody else', () => {
  it('knows in whose, and says so to the one who is called', async () => {
    const robin = await enter('robin');
    const { calling } = await alex.until((state) => state.calling.delegators.length > 0 && state);
    expect(calling.delegators).toEqual([{ uri: samUri, name: 'Sam Okafor' }]);
    expect(alex.state.can.startOnBehalf).toBe(true);
    await alex.call(robinUri, { onBehalfOf: samUri });
    const { invitation } = await robin.ringing();
    expect(invitation).toMatchObject({ onBehalfOf: { name: 'Sam Okafor' } });
    expect(robin.state.can.startOnBehalf).toBe(false);
    expect(robin.state.calling.delegators).toEqual([]);
  });

  it('calls so with video and from the own phone, too', async () => {
    const robin = await enter('robin');
    await alex.until(({ can }) => can.startOnBehalf && can.startPhoneAudio);
    const first = await alex.call(robinUri, { onBehalfOf: samUri, modality: 'audioVideo' });
    expect(await robin.ringing()).toMatchObject({ modality: 'audioVideo' });
    await alex.commands['calls.cancel']({ callId: first });
    await robin.until(({ calls }) => Object.keys(calls).length === 0);
    await alex.call(robinUri, { onBehalfOf: samUri, via: 'phone' });
    const { control } = stage.sandbox;
    await expect.poll(() => control.ringingTelephones).toEqual(['tel:+14255550101']);
    control.telephone('tel:+14255550101', 'answer');
    expect((await robin.ringing()).invitation).toMatchObject({
      onBehalfOf: { name: 'Sam Okafor' },
    });
  });

  it('is refused to those who answer for nobody', async () => {
    const robin = await enter('robin');
    await expect(robin.call(samUri, { onBehalfOf: samUri })).rejects.toMatchObject({
      error: { code: 'not-allowed' },
    });
  });
});

describe('an emergency number', () => {
  it('is called only when the user confirmed it', async () => {
    await alex.until(({ calling }) => calling.emergencyNumbers.length > 0);
    for (const to of ['911', 'tel:112', ' 9-1-1']) {
      await expect(alex.call(to)).rejects.toMatchObject({
        error: { messageKey: 'error.confirmEmergency' },
      });
    }
    expect(alex.state.calls).toEqual({});
  });

  it('tells whoever takes the call where the user is', async () => {
    const dana = await enter('dana');
    expect(alex.state.can.startEmergencyCall).toBe(true);
    const location = { ...nowhere, address: '1 Main Street', city: 'Redmond', state: 'WA' };
    await alex.call('911', { emergency: { location }, importance: 'Emergency' });
    const { importance, invitation } = await dana.ringing();
    expect(importance).toBe('Emergency');
    expect(invitation?.location).toEqual({
      ...{ address: '1 Main Street', city: 'Redmond', locationState: 'WA' },
      ...{ building: null, zip: null, country: null },
    });
  });
});

describe('declining with a message', () => {
  it('stops the ringing, and the caller reads it', async () => {
    const sam = await enter('sam');
    const outgoing = await alex.call(samUri);
    const { id: callId } = await sam.ringing();
    await sam.commands['calls.decline']({ callId, scope: 'Global', message: 'Back at two.' });
    expect(sam.state.calls).toEqual({});
    expect((await alex.recent(outgoing)).outcome).toEqual({ kind: 'declined' });
    const chat = await alex.until(({ conversations }) =>
      Object.values(conversations).find(({ can }) => can.accept),
    );
    expect(chat.messages.map(({ content }) => content)).toMatchObject([{ text: 'Back at two.' }]);
  });

  it('keeps the text when it does not get through', async () => {
    const sam = await enter('sam');
    await alex.call(samUri);
    const { id: callId } = await sam.ringing();
    stage.sandbox.control.fault('forbidden', { times: 5 });
    await sam.commands['calls.decline']({ callId, scope: 'Global', message: 'Back at two.' });
    const chat = await sam.until(({ conversations }) =>
      Object.values(conversations).find(({ messages }) =>
        messages.some(({ delivery }) => delivery === 'undelivered'),
      ),
    );
    expect(chat.messages.map(({ content }) => content)).toMatchObject([{ text: 'Back at two.' }]);
  });
});

describe('a call that others may take', () => {
  /** Sam's calls ring at the delegates as well, or instead. */
  const forward = async (how: 'immediate' | 'along') => {
    const sam = await enter('sam');
    stage.sandbox.control.forwardCalls('sam@parley.test', 'Delegates', how);
    return sam;
  };
  const words = (recent: Parameters<typeof outcomeText>[0]) => {
    const { key, values } = outcomeText(recent);
    return { key, ...values };
  };

  it('is taken by a delegate: the boss reads by whom, the caller talks with the delegate', async () => {
    const sam = await forward('along');
    const [kim, robin] = await Promise.all([enter('kim'), enter('robin')]);
    const outgoing = await robin.call(samUri);
    const atSam = await sam.ringing();
    const atKim = await kim.ringing();
    expect(atKim.invitation).toMatchObject({
      ...{ state: 'TeamRing', forwardedBy: { name: 'Sam Okafor' }, to: { uri: samUri } },
    });
    await kim.commands['calls.answer']({ callId: atKim.id, modality: 'audio' });
    await kim.inPhase(atKim.id, 'connected');
    const missed = await sam.recent(atSam.id);
    expect(words(missed)).toMatchObject({ key: 'outcome.answeredBy', by: 'Kim Lindqvist' });
    await robin.until(({ calls }) => calls[outgoing]?.remote.name === 'Kim Lindqvist');
  });

  it('is forwarded: only those it was forwarded to ring', async () => {
    const sam = await forward('immediate');
    const [kim, robin] = await Promise.all([enter('kim'), enter('robin')]);
    await robin.call(samUri);
    expect((await kim.ringing()).invitation).toMatchObject({
      forwardedBy: { name: 'Sam Okafor' },
    });
    expect(sam.state.calls).toEqual({});
  });
});
