import { afterEach, expect, it } from 'vitest';
import { ManualClock } from '../../support/manual-clock.ts';
import { ScriptedStage } from './support/scripted-stage.ts';

let stage: ScriptedStage;
afterEach(() => stage.close());

it('shows the health of the channel; P-GETs that come and go change nothing unless somebody looks', async () => {
  const clock = new ManualClock();
  stage = await ScriptedStage.open({ clock });
  const { alex, ucwa } = stage;
  // Read again after the user was made available: what follows the sign-in is done.
  await alex.until(({ me }) => me?.canSetPresence);
  const startedAtMs = clock.nowMs();
  expect(alex.state.connection).toEqual({
    channel: 'open',
    lastAnswerAtMs: startedAtMs,
    lastGapAtMs: null,
    reconnects: 0,
  });
  let patches = 0;
  const unsubscribe = alex.parley.store.patches.subscribe(() => {
    patches += 1;
  });
  await ucwa.server.waitFor('GET', /ack=1/);
  clock.sleep(60_000);
  stage.send(['conversation', '/conv/1', 'deleted']);
  await ucwa.server.waitFor('GET', /ack=2/);
  stage.send(['conversation', '/conv/1', 'deleted']);
  await ucwa.server.waitFor('GET', /ack=3/);
  expect(patches).toBe(0);
  await alex.commands['connection.refresh'](undefined);
  expect(patches).toBe(1);
  expect(alex.state.connection.lastAnswerAtMs).toBe(startedAtMs + 60_000);
  unsubscribe();
});

it('shows gaps, failures and reconnects as they happen, and nothing after the sign-out', async () => {
  stage = await ScriptedStage.open();
  const { alex, ucwa } = stage;
  await ucwa.server.waitFor('GET', /ack=1/);
  stage.resync();
  await alex.until(({ connection }) => connection.lastGapAtMs !== null);
  await ucwa.server.waitFor('GET', /ack=2/);
  const isRetrying = alex.until(({ connection }) => connection.channel === 'retrying');
  ucwa.server.dropConnections();
  await isRetrying;
  await alex.until(
    ({ connection }) => connection.channel === 'open' && connection.reconnects === 1,
  );
  await alex.commands['session.signOut'](undefined);
  expect(alex.state.connection.channel).toBe('closed');
});
