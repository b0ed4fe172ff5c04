import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  defaultAlertSettings,
  type EscalationSettings,
} from '../../../app/domain/alert-settings.ts';
import { createTranslator } from '../../../app/i18n/translator.ts';
import type { CancelTimer } from '../../../app/ports/clock.ts';
import { CallActions } from '../../../main/desktop/call-actions.ts';
import { CallNotifications } from '../../../main/desktop/call-notifications.ts';
import { ConversationNotifications } from '../../../main/desktop/conversation-notifications.ts';
import { RingWindowController } from '../../../main/desktop/ring-window-controller.ts';
import { CommandEndpoint } from '../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../support/recording-logger.ts';
import { SystemClock } from '../../support/system-clock.ts';
import { RecordingNotifier } from '../../unit/main/support/recording-notifier.ts';
import { ScriptedPrivacy } from '../../unit/main/support/scripted-privacy.ts';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const afterSeconds = 17;

/** The system's time, in which the timers of an escalation are over when the test says so. */
class EscalationClock extends SystemClock {
  readonly #waiting = new Set<() => void>();

  get waiting(): number {
    return this.#waiting.size;
  }

  override after(delayMs: number, callback: () => void): CancelTimer {
    if (delayMs !== afterSeconds * 1000) return super.after(delayMs, callback);
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  pass(): void {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of due) callback();
  }
}

const kim = { uri: 'sip:kim@parley.test', name: 'Kim Novak' };
let stage: Stage;
let alex: Communicator;
let clock: EscalationClock;

beforeEach(async () => {
  stage = await Stage.open();
  clock = new EscalationClock();
});
afterEach(() => stage.close());

async function enter(escalation: Partial<EscalationSettings>): Promise<Communicator> {
  const rules = { afterSeconds, person: kim, by: 'call', ...escalation } as const;
  alex = await stage.enter('alex@parley.test', { clock });
  const alerts = { ...defaultAlertSettings, escalation: rules };
  await alex.commands['settings.update']({ alerts });
  return alex;
}

const items = () => Object.values(alex.state.unacknowledged);
const stageOf = () => items()[0]?.stage;

async function emergency(): Promise<{ sam: Communicator; callId: string }> {
  const sam = await stage.enter('sam@parley.test');
  await sam.call('sip:alex@parley.test', { importance: 'Emergency', subject: 'Fire' });
  const { id } = await alex.ringing();
  await alex.until(({ unacknowledged }) => Object.keys(unacknowledged).length === 1);
  return { sam, callId: id };
}

it('rings again, louder, then calls the person the user chose', async () => {
  await enter({});
  const other = await stage.enter('kim@parley.test');
  await emergency();
  expect(stageOf()).toBe('waiting');
  clock.pass();
  expect(stageOf()).toBe('louder');
  clock.pass();
  const call = await other.ringing();
  expect(call).toMatchObject({
    ...{ importance: 'Emergency', remote: { name: 'Alex Rivera' } },
    subject: 'Alex Rivera Sam Okafor Fire',
  });
  await alex.until(() => items()[0]?.told?.uri === kim.uri);
  // Once is enough.
  expect(clock.waiting).toBe(0);
});

it('writes to the person instead where the user wants it so', async () => {
  await enter({ by: 'message' });
  const other = await stage.enter('kim@parley.test');
  await emergency();
  clock.pass();
  clock.pass();
  const chat = await other.until(({ conversations }) =>
    Object.values(conversations).find(({ messages }) => messages.length > 0),
  );
  expect(chat.importance).toBe('Emergency');
  expect(chat.messages[0]?.content.text).toBe('Alex Rivera Sam Okafor Fire');
});

it.each([
  ['answered', (callId: string) => alex.commands['calls.answer']({ callId, modality: 'audio' })],
  ['declined', (callId: string) => alex.commands['calls.decline']({ callId, scope: 'Local' })],
] as const)('ends when the call is %s', async (_how, act) => {
  await enter({});
  const { callId } = await emergency();
  clock.pass();
  await act(callId);
  await alex.until(() => items().length === 0);
  expect(clock.waiting).toBe(0);
});

it('is silent once the user says that they saw it, and gone when the call is', async () => {
  await enter({});
  const { sam, callId } = await emergency();
  clock.pass();
  await alex.commands['alerts.acknowledge']({ alertId: `call:${callId}` });
  expect(stageOf()).toBe('seen');
  clock.pass();
  const [outgoing] = Object.values(sam.state.calls);
  await sam.commands['calls.cancel']({ callId: outgoing?.id ?? '' });
  await alex.until(() => items().length === 0);
  expect(
    Object.values(alex.state.calls).filter(({ direction }) => direction === 'Outgoing'),
  ).toEqual([]);
});

it('waits on after the call was missed, and is told of then', async () => {
  await enter({});
  const other = await stage.enter('kim@parley.test');
  const { sam } = await emergency();
  const [outgoing] = Object.values(sam.state.calls);
  await sam.commands['calls.cancel']({ callId: outgoing?.id ?? '' });
  await alex.until(({ missed }) => missed[0]?.importance === 'Emergency');
  expect(stageOf()).toBe('waiting');
  clock.pass();
  clock.pass();
  await other.ringing();
  await alex.commands['alerts.acknowledge']({ alertId: items()[0]?.id ?? '' });
  await alex.until(() => items().length === 0);
});

it('keeps a missed invitation into a meeting until the user looks, and counts it', async () => {
  await stage.close();
  stage = await Stage.open({ invitationTimeoutMs: 300 });
  await enter({});
  const sam = await stage.enter('sam@parley.test');
  const { conversationId } = await sam.commands['conversations.startMeeting']({ subject: 'Plans' });
  await sam.until(({ conversations }) => conversations[conversationId]?.can.addParticipant);
  await sam.commands['conversations.addParticipants']({
    conversationId,
    to: ['sip:alex@parley.test'],
  });
  const invited = await alex.until(({ conversations }) =>
    Object.values(conversations).find(({ can }) => can.accept),
  );
  expect(invited.alert).toMatchObject({ ring: { tone: 'normal', repeat: true } });
  const [item] = await alex.until(({ missed }) => missed.length > 0 && missed);
  expect(item).toMatchObject({ kind: 'meeting', from: { name: 'Sam Okafor' } });
  expect(alex.state.conversations[invited.id]?.alert ?? null).toBeNull();
  await alex.commands['alerts.missedSeen'](undefined);
  expect(alex.state.missed).toEqual([]);
});

it('pauses alerts for a while, but for emergencies; what came is there as missed', async () => {
  await enter({ person: null });
  await alex.commands['alerts.pause']({ minutes: 60 });
  expect(alex.state.alertsPausedUntil).toBeGreaterThan(Date.now());
  const sam = await stage.enter('sam@parley.test');
  const callId = await sam.call('sip:alex@parley.test');
  expect((await alex.ringing()).alert).toMatchObject({ notification: null, ring: null });
  await sam.commands['calls.cancel']({ callId });
  await alex.until(({ missed }) => missed.length === 1);
  await sam.call('sip:alex@parley.test', { importance: 'Emergency' });
  expect((await alex.ringing()).alert).toMatchObject({ ring: { tone: 'emergency' } });
  await alex.commands['alerts.resume']({});
  expect(alex.state.alertsPausedUntil).toBeNull();
});

it('an alert ends with its invitation, also when that ended while the connection was away', async () => {
  await enter({ person: null });
  const { store } = alex.parley;
  const notifier = new RecordingNotifier();
  const actions = new CallActions(new CommandEndpoint({}, new RecordingLogger()));
  const translator = createTranslator('en');
  const common = { source: store, notifier, actions, privacy: new ScriptedPrivacy(), translator };
  const trace = { mark: () => undefined };
  const windows = { present: () => undefined, askReply: () => undefined };
  const ringWindow = {
    isVisible: false,
    show: () => Object.assign(ringWindow, { isVisible: true }),
    hide: () => Object.assign(ringWindow, { isVisible: false }),
    retire: () => undefined,
  };
  const subscribers = [
    new CallNotifications({ ...common, windows, trace }),
    new ConversationNotifications({ ...common, windows: { showConversation: () => undefined } }),
    new RingWindowController(store, ringWindow, () => 0, trace),
  ];
  for (const subscriber of subscribers) subscriber.start();
  const sam = await stage.enter('sam@parley.test');
  const callId = await sam.call('sip:alex@parley.test');
  await alex.ringing();
  expect([notifier.visible.size, ringWindow.isVisible]).toEqual([1, true]);
  const { control } = stage.sandbox;
  control.setCutOff('alex@parley.test', true);
  await alex.until(({ session }) => session.phase === 'recovering');
  await sam.commands['calls.cancel']({ callId });
  control.expireApplications('alex@parley.test');
  control.setCutOff('alex@parley.test', false);
  alex.wakeUps.emit('network-back');
  await alex.until(({ session }) => session.phase === 'online');
  await vi.waitUntil(() => notifier.visible.size === 0 && !ringWindow.isVisible);
  for (const subscriber of subscribers) subscriber.stop();
});
