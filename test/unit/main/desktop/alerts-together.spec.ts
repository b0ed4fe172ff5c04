import fc from 'fast-check';
import { castDraft } from 'immer';
import { afterEach, describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../../app/domain/alert-circumstances.ts';
import { type AlertKind, alertKinds } from '../../../../app/domain/alert-matrix.ts';
import type { AlertPlan } from '../../../../app/domain/alert-plan.ts';
import { decideAlert } from '../../../../app/domain/alerting.ts';
import type { AppState } from '../../../../app/domain/app-state.ts';
import { newConversation, noConversationActions } from '../../../../app/domain/conversation.ts';
import { settleAlert } from '../../../../app/domain/conversation-machine.ts';
import { ringWindowAlert } from '../../../../app/domain/current-alerts.ts';
import { type Importance, importances } from '../../../../app/domain/importance.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { AlertTrials } from '../../../../app/services/alerts/alert-trials.ts';
import { Escalations } from '../../../../app/services/alerts/escalations.ts';
import { MissedAlerts } from '../../../../app/services/alerts/missed-alerts.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { CallNotifications } from '../../../../main/desktop/call-notifications.ts';
import { ConversationNotifications } from '../../../../main/desktop/conversation-notifications.ts';
import { MissedNotifications } from '../../../../main/desktop/missed-notifications.ts';
import { RingWindowController } from '../../../../main/desktop/ring-window-controller.ts';
import { TrialNotification } from '../../../../main/desktop/trial-notification.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { CallTones, ringTones } from '../../../../renderer/media/tones/call-tones.ts';
import type { Tones } from '../../../../renderer/media/tones/tone-player.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { SystemRandom } from '../../../support/system-random.ts';
import { RecordingNotifier } from '../support/recording-notifier.ts';
import { ScriptedPrivacy } from '../support/scripted-privacy.ts';
import { ringingCall, signedInStore } from '../support/scripted-state.ts';

/** A clock whose turn ends when the test says so. */
class TurnClock extends ManualClock {
  #tasks: (() => void)[] = [];

  override endOfTurn(callback: () => void): void {
    this.#tasks.push(callback);
  }

  endTurn(): void {
    for (const task of this.#tasks.splice(0)) task();
    if (this.#tasks.length > 0) this.endTurn();
  }
}

class CountingTones implements Tones {
  sounding = 0;
  most = 0;

  play(): () => void {
    this.sounding += 1;
    this.most = Math.max(this.most, this.sounding);
    return () => {
      this.sounding -= 1;
    };
  }

  setSpeaker(): void {}
}

/** Everything on the desktop that follows the state, over the state store itself. */
class Desk {
  readonly store: StateStore = signedInStore();
  readonly clock = new TurnClock();
  readonly notifier = new RecordingNotifier();
  readonly tones = new CountingTones();
  readonly escalations: Escalations;
  readonly trials: AlertTrials;
  isRingWindowShown = false;
  readonly #stops: (() => void)[] = [];

  constructor() {
    const { clock, notifier, store } = this;
    const logger = new RecordingLogger();
    this.escalations = new Escalations(store, { clock, logger }, async () => undefined);
    this.trials = new AlertTrials(store, { clock, random: new SystemRandom() });
    const missed = new MissedAlerts(store, clock);
    const actions = new CallActions(new CommandEndpoint({}, logger));
    const translator = createTranslator('en');
    const common = { source: store, notifier, actions, privacy: new ScriptedPrivacy(), translator };
    const trace = { mark: () => undefined };
    const ringWindow = {
      isVisible: false,
      show: () => this.#showRingWindow(ringWindow, true),
      hide: () => this.#showRingWindow(ringWindow, false),
      retire: () => this.#showRingWindow(ringWindow, false),
    };
    const subscribers = [
      new CallNotifications({
        ...common,
        windows: { present: () => undefined, askReply: () => undefined },
        trace,
      }),
      new ConversationNotifications({ ...common, windows: { showConversation: () => undefined } }),
      new MissedNotifications({
        ...common,
        attention: { isFocused: () => false },
        windows: { showMissed: () => undefined },
        locale: 'en',
      }),
      new TrialNotification(store, notifier, actions, translator),
      new RingWindowController(store, ringWindow, () => 60_000, trace),
    ];
    for (const subscriber of subscribers) subscriber.start();
    const callTones = new CallTones(this.tones, ringTones);
    const unsubscribe = store.patches.subscribe(() => callTones.update(store.state));
    this.#stops = [
      unsubscribe,
      () => this.escalations.dispose(),
      () => missed.dispose(),
      ...subscribers.map((subscriber) => () => subscriber.stop()),
    ];
  }

  get state(): AppState {
    return this.store.state;
  }

  planFor(kind: AlertKind, importance: Importance): AlertPlan {
    const now = { kind, importance, focused: false, nowMs: this.clock.nowMs() };
    return decideAlert(circumstancesOf(this.state, now));
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #showRingWindow(window: { isVisible: boolean }, on: boolean): void {
    window.isVisible = on;
    this.isRingWindowShown = on;
  }
}

type Step = (desk: Desk) => void;

const id = fc.constantFrom('1', '2', '3');
const importance = fc.constantFrom(...importances);

function endCall(desk: Desk, callId: string, kind: 'missed' | 'declined'): void {
  const call = desk.state.calls[callId];
  if (call === undefined) return;
  const { remote, modality, subject, startedAtMs } = call;
  desk.store.update((draft) => {
    delete draft.calls[callId];
    draft.recents.unshift({
      ...{ id: callId, kind: 'direct', direction: 'Incoming', modality, subject, startedAtMs },
      ...{ remote: { ...remote }, importance: call.importance, threadId: null, durationMs: null },
      ...{ type: 'call', source: 'parley', conversationId: 'c', onlineMeetingUri: null },
      outcome: { kind },
    });
  });
}

function putConversation(
  desk: Desk,
  conversationId: string,
  changes: Partial<Parameters<typeof newConversation>[0]>,
): void {
  const before = desk.state.conversations[conversationId];
  const known = { id: conversationId, state: 'Connected', startedAtMs: 0 } as const;
  const next = settleAlert(newConversation({ ...known, ...before, ...changes }));
  desk.store.update((draft) => {
    draft.conversations[conversationId] = castDraft(next);
  });
}

const messageOf = (messageId: string) => ({
  ...({ id: messageId, direction: 'Incoming', from: null, delivery: 'received' } as const),
  ...{ content: { text: messageId, html: null }, failedFor: [], sentAtMs: 0 },
});

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id, importance).map(
    ([callId, how]): Step =>
      (desk) => {
        if (desk.state.recents.some((recent) => recent.id === callId)) return;
        const call = ringingCall({ id: callId, importance: how, alert: desk.planFor('call', how) });
        desk.store.update((draft) => {
          draft.calls[callId] = castDraft(call);
        });
      },
  ),
  id.map(
    (callId): Step =>
      (desk) => {
        desk.store.update((draft) => {
          const call = draft.calls[callId];
          if (call !== undefined) call.phase = 'connected';
        });
      },
  ),
  fc.tuple(id, fc.constantFrom('missed' as const, 'declined' as const)).map(
    ([callId, outcome]): Step =>
      (desk) =>
        endCall(desk, callId, outcome),
  ),
  fc.tuple(id, importance).map(
    ([conversationId, how]): Step =>
      (desk) => {
        putConversation(desk, conversationId, {
          ...{ state: 'Incoming', importance: how, alert: desk.planFor('meeting', how) },
          invitation: { kind: 'onlineMeeting', direction: 'Incoming', outcome: null },
          can: { ...noConversationActions, accept: true, decline: true },
        });
      },
  ),
  fc.tuple(id, fc.constantFrom('missed' as const, 'declined' as const, 'answered' as const)).map(
    ([conversationId, kind]): Step =>
      (desk) =>
        putConversation(desk, conversationId, {
          invitation: { kind: 'onlineMeeting', direction: 'Incoming', outcome: { kind } },
          can: noConversationActions,
        }),
  ),
  fc.tuple(id, importance, fc.uuid()).map(
    ([conversationId, how, messageId]): Step =>
      (desk) => {
        const before = desk.state.conversations[conversationId];
        putConversation(desk, conversationId, {
          importance: how,
          unread: (before?.unread ?? 0) + 1,
          messages: [...(before?.messages ?? []), messageOf(messageId)],
          alert: before?.can.accept ? before.alert : desk.planFor('message', how),
        });
      },
  ),
  id.map(
    (conversationId): Step =>
      (desk) => {
        if (desk.state.conversations[conversationId] === undefined) return;
        putConversation(desk, conversationId, { unread: 0 });
      },
  ),
  id.map(
    (each): Step =>
      (desk) => {
        desk.escalations.acknowledge(`call:${each}`);
        desk.escalations.acknowledge(`conversation:${each}`);
      },
  ),
  fc.tuple(fc.constantFrom(...alertKinds), importance).map(
    ([kind, how]): Step =>
      (desk) =>
        desk.trials.begin(kind, how),
  ),
  fc.nat(60_000).map(
    (ms): Step =>
      (desk) =>
        desk.clock.advance(ms),
  ),
  // The session came back without what rang: as after the server forgot it.
  fc.constant<Step>((desk) => {
    for (const callId of Object.keys(desk.state.calls)) endCall(desk, callId, 'missed');
    desk.store.update((draft) => {
      draft.conversations = {};
    });
  }),
);

let desk: Desk | null = null;
afterEach(() => desk?.stop());

/** What is shown and heard is what the state says. */
function check({ state, notifier, tones, isRingWindowShown }: Desk): void {
  expect(tones.most).toBeLessThanOrEqual(1);
  for (const key of notifier.visible.keys()) {
    const [what = '', about = ''] = key.split(':');
    if (what === 'call') expect(state.calls[about]?.phase).toBe('ringing');
    if (what === 'invitation') expect(state.conversations[about]?.can.accept).toBe(true);
    if (what === 'message') expect(state.conversations[about]?.unread).toBeGreaterThan(0);
    if (what === 'missed') expect(state.missed.map((item) => item.id)).toContain(about);
    if (what === 'trial') expect(state.trial).not.toBeNull();
  }
  expect(isRingWindowShown).toBe(ringWindowAlert(state) !== null);
  if (ringTones(state).length === 0) expect(tones.sounding).toBe(0);
}

describe('whatever happens in whatever order', () => {
  it('two alerts never ring at once, and an alert ends when what it is about does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const each = new Desk();
        desk = each;
        for (const act of steps) {
          act(each);
          check(each);
          each.clock.endTurn();
          check(each);
        }
        // All is over, seen and acknowledged: nothing is left.
        for (const callId of Object.keys(each.state.calls)) endCall(each, callId, 'declined');
        each.store.update((draft) => {
          draft.conversations = {};
          draft.missed = [];
        });
        each.clock.endTurn();
        for (const alertId of Object.keys(each.state.unacknowledged)) {
          each.escalations.acknowledge(alertId);
        }
        each.trials.end();
        each.clock.endTurn();
        expect([...each.notifier.visible.keys()]).toEqual([]);
        expect([each.tones.sounding, each.isRingWindowShown]).toEqual([0, false]);
        expect(each.state.unacknowledged).toEqual({});
        each.stop();
      }),
      { numRuns: 150 },
    );
  });
});
