import { beforeEach, describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import type { CommandName } from '../../../../app/ipc/commands.ts';
import type { TraceMark } from '../../../../app/ports/trace.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { CallNotifications } from '../../../../main/desktop/call-notifications.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { RecordingNotifier } from '../support/recording-notifier.ts';
import { ScriptedPrivacy } from '../support/scripted-privacy.ts';
import { putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let notifier: RecordingNotifier;
let commands: [CommandName, unknown][];
let marks: [TraceMark, string][];
let presented: number;
let asked: string[];
let privacy: ScriptedPrivacy;
let notifications: CallNotifications;

const note = (name: CommandName) => async (payload: unknown) => {
  commands.push([name, payload]);
  return null;
};

beforeEach(() => {
  store = signedInStore();
  notifier = new RecordingNotifier();
  commands = [];
  marks = [];
  presented = 0;
  asked = [];
  privacy = new ScriptedPrivacy();
  const endpoint = new CommandEndpoint(
    { 'calls.answer': note('calls.answer'), 'calls.decline': note('calls.decline') },
    new RecordingLogger(),
  );
  notifications = new CallNotifications({
    source: store,
    notifier,
    actions: new CallActions(endpoint),
    windows: {
      present: () => {
        presented += 1;
      },
      askReply: (callId) => asked.push(callId),
    },
    privacy,
    translator: createTranslator('en'),
    trace: { mark: (name, callId) => marks.push([name, callId]) },
  });
  notifications.start();
});

const ring = (id: string): void => {
  putCall(store, ringingCall({ id, modality: 'audioVideo' }));
};

const setPhase = (id: string, phase: 'connecting' | 'ended'): void => {
  store.update((draft) => {
    const call = draft.calls[id];
    if (call !== undefined) call.phase = phase;
  });
};

describe('CallNotifications', () => {
  it('shows a call in the very turn in which it starts to ring, once', () => {
    ring('c1');
    expect([...notifier.visible.keys()]).toEqual(['call:c1']);
    expect(marks).toEqual([['notification-sent', 'c1']]);
    ring('c2');
    expect(marks).toHaveLength(2);
  });

  it.each(['connecting', 'ended'] as const)('closes it the moment the call is %s', (phase) => {
    ring('c1');
    ring('c2');
    setPhase('c1', phase);
    expect([...notifier.visible.keys()]).toEqual(['call:c2']);
  });

  it('closes it when the call disappears', () => {
    ring('c1');
    store.update((draft) => {
      draft.calls = {};
    });
    expect(notifier.visible.size).toBe(0);
  });

  it('shows nothing when the plan has no notification', () => {
    const call = ringingCall({ id: 'c1' });
    putCall(store, { ...call, alert: call.alert && { ...call.alert, notification: null } });
    expect(notifier.visible.size).toBe(0);
  });

  it('does what its buttons say', () => {
    ring('c1');
    notifier.activity.emit({ key: 'call:c1', action: 'answer' });
    notifier.activity.emit({ key: 'call:c1', action: 'answer-audio' });
    notifier.activity.emit({ key: 'call:c1', action: 'decline' });
    expect(commands).toEqual([
      ['calls.answer', { callId: 'c1', modality: 'audioVideo' }],
      ['calls.answer', { callId: 'c1', modality: 'audio' }],
      ['calls.decline', { callId: 'c1', scope: 'Local' }],
    ]);
    notifier.activity.emit({ key: 'call:c1', action: 'open' });
    expect(presented).toBe(1);
  });

  it('ignores a button of a call that rings no more', () => {
    ring('c1');
    setPhase('c1', 'ended');
    notifier.activity.emit({ key: 'call:c1', action: 'answer' });
    expect(commands).toEqual([]);
  });

  it('leaves nothing behind when stopped', () => {
    ring('c1');
    notifications.stop();
    expect(notifier.visible.size).toBe(0);
    ring('c2');
    expect(notifier.visible.size).toBe(0);
  });

  it('declines with what was written in it, and asks for it in the ring window elsewhere', () => {
    ring('c1');
    notifier.activity.emit({ key: 'call:c1', action: 'reply', text: 'Later' });
    expect(commands).toEqual([
      ['calls.decline', { callId: 'c1', scope: 'Global', message: 'Later' }],
    ]);
    notifier.activity.emit({ key: 'call:c1', action: 'reply', text: null });
    expect(asked).toEqual(['c1']);
  });

  it('takes the call on the own phone', () => {
    ring('c1');
    notifier.activity.emit({ key: 'call:c1', action: 'answer-phone' });
    expect(commands).toEqual([['calls.answer', { callId: 'c1', via: 'phone' }]]);
  });

  it('hides what it is about as soon as the screen is locked', () => {
    putCall(store, ringingCall({ id: 'c1', subject: 'Merger' }));
    expect(notifier.visible.get('call:c1')?.body).toContain('Merger');
    privacy.set(true);
    expect(notifier.visible.get('call:c1')?.body).not.toContain('Merger');
  });
});
