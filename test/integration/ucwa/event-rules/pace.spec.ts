import { afterEach, expect, it } from 'vitest';
import { ScriptedStage } from '../../services/support/scripted-stage.ts';
import { Stage } from '../../services/support/stage.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function open(): Promise<ScriptedStage> {
  const stage = await ScriptedStage.open();
  closers.push(() => stage.close());
  return stage;
}

const mediums = (stage: ScriptedStage) =>
  stage.ucwa.server
    .seen('GET', /events/)
    .map(({ url }) => new URL(url, 'http://x').searchParams.get('medium'));

/** A body without events; the next P-GET follows it. */
async function nextPoll(stage: ScriptedStage, ack: number): Promise<void> {
  await stage.ucwa.server.waitFor('GET', new RegExp(`ack=${ack - 1}`));
  stage.send(['conversation', '/conv/1', 'deleted']);
  await stage.ucwa.server.waitFor('GET', new RegExp(`ack=${ack}`));
}

it('events that can wait come promptly in the foreground, calmly in the background, rarely on battery', async () => {
  const stage = await open();
  const { surroundings } = stage.alex;
  surroundings.change({ inForeground: false });
  await nextPoll(stage, 2);
  surroundings.change({ onBattery: true });
  await nextPoll(stage, 3);
  surroundings.change({ onBattery: false });
  // Prompter than what hangs: asked at once.
  await stage.ucwa.server.waitFor('GET', /priority=1/);
  surroundings.change({ inForeground: true });
  await stage.ucwa.server.waitFor('GET', /priority=2/);
  surroundings.change({ screenLocked: true });
  await nextPoll(stage, 4);
  expect(mediums(stage)).toEqual(['5', '15', '120', '15', '5', '15']);
});

it('B.3: a user behind a locked screen is not reported as active; one who talks is', async () => {
  const stage = await open();
  const { alex } = stage;
  alex.surroundings.change({ screenLocked: true });
  alex.wakeUps.emit('network-back');
  await stage.ucwa.server.waitFor('GET', /priority=1/);
  expect(stage.ucwa.server.seen('POST', /activity/)).toHaveLength(0);
  stage.ucwa.on('POST /apps/1/startAudio', { status: 201, headers: { Location: '/inv/1' } });
  await alex.call('sip:sam@example.test');
  alex.wakeUps.emit('system-resumed');
  await stage.ucwa.server.waitFor('POST', /activity/);
});

it('an incoming call is never delayed by it', async () => {
  const stage = await Stage.open({
    eventChannel: {
      lowSeconds: 1800,
      mediumSeconds: 1800,
      timeoutSeconds: 1800,
      minimumSeconds: 5,
    },
  });
  closers.push(() => stage.close());
  const sam = await stage.enter('sam@parley.test');
  sam.surroundings.change({ inForeground: false, onBattery: true });
  sam.wakeUps.emit('network-back');
  const { control } = stage.sandbox;
  await control.waitForRequest(({ path }) => path.endsWith('/reportMyActivity'));
  const alex = await stage.enter('alex@parley.test');
  await alex.call('sip:sam@parley.test');
  await sam.ringing();
});
