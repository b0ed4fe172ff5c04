import { afterEach, beforeEach, expect, it } from 'vitest';
import { Stage } from '../../services/support/stage.ts';

const samUser = 'sam@parley.test';
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

it('B.1: two computers of one user have a channel each: both ring, and one hears that the other took it', async () => {
  const alex = await stage.enter('alex@parley.test');
  const office = await stage.enter(samUser);
  const home = await stage.enter(samUser);
  expect(stage.sandbox.control.applicationsOf(samUser)).toHaveLength(2);
  await alex.call('sip:sam@parley.test');
  const [here, there] = await Promise.all([office.ringing(), home.ringing()]);
  await office.commands['calls.answer']({ callId: here.id, modality: 'audio' });
  await office.inPhase(here.id, 'connected');
  expect((await home.recent(there.id)).outcome.kind).toBe('answeredElsewhere');
  expect([office.state.session.phase, home.state.session.phase]).toEqual(['online', 'online']);
});

it('C.1: a second instance on the same endpoint takes the channel over; the first says so and goes', async () => {
  const first = await stage.enter(samUser);
  await first.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');
  const second = await stage.enter(samUser, { secrets: first.secrets });
  const session = await first.until(({ session: now }) => now.phase === 'signedOut' && now);
  expect(session.reason).toBe('used-elsewhere');
  const alex = await stage.enter('alex@parley.test');
  await alex.call('sip:sam@parley.test');
  await second.ringing();
  expect(stage.sandbox.control.applicationsOf(samUser)).toHaveLength(1);
});
