import { castDraft } from 'immer';
import { beforeEach, expect, it } from 'vitest';
import { circumstancesOf } from '../../../../app/domain/alert-circumstances.ts';
import type { AlertKind } from '../../../../app/domain/alert-matrix.ts';
import { decideAlert } from '../../../../app/domain/alerting.ts';
import {
  type Conversation,
  newConversation,
  noConversationActions,
} from '../../../../app/domain/conversation.ts';
import type { Importance } from '../../../../app/domain/importance.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import type { CommandName } from '../../../../app/ipc/commands.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { ConversationNotifications } from '../../../../main/desktop/conversation-notifications.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { RecordingNotifier } from '../support/recording-notifier.ts';
import { ScriptedPrivacy } from '../support/scripted-privacy.ts';
import { signedInStore } from '../support/scripted-state.ts';

const sam = { uri: 'sip:sam@parley.test', name: 'Sam Okafor' };

let store: StateStore;
let notifier: RecordingNotifier;
let commands: [CommandName, unknown][];
let presented: string[];
let notifications: ConversationNotifications;

const note = (name: CommandName) => async (payload: unknown) => {
  commands.push([name, payload]);
  return null;
};

beforeEach(() => {
  store = signedInStore();
  notifier = new RecordingNotifier();
  commands = [];
  presented = [];
  const endpoint = new CommandEndpoint(
    {
      'conversations.accept': note('conversations.accept'),
      'conversations.decline': note('conversations.decline'),
      'conversations.send': async (payload) => {
        commands.push(['conversations.send', payload]);
        return { messageId: 'm1' };
      },
    },
    new RecordingLogger(),
  );
  notifications = new ConversationNotifications({
    source: store,
    notifier,
    actions: new CallActions(endpoint),
    windows: { showConversation: (id) => presented.push(id) },
    privacy: new ScriptedPrivacy(),
    translator: createTranslator('en'),
  });
  notifications.start();
});

const planOf = (kind: AlertKind, importance: Importance) =>
  decideAlert(circumstancesOf(store.state, { kind, importance, focused: false, nowMs: 0 }));

function put(changes: Partial<Conversation> = {}): void {
  const conversation = newConversation({
    ...{ id: 'c1', state: 'Connected', startedAtMs: 0, remote: sam },
    alert: planOf('message', 'Normal'),
    ...changes,
  });
  store.update((draft) => {
    draft.conversations.c1 = castDraft(conversation);
  });
}

const message = (text: string) => ({
  ...({ id: text, direction: 'Incoming', from: sam, delivery: 'received' } as const),
  ...{ content: { text, html: null }, failedFor: [], sentAtMs: 0 },
});

const invited = (changes: Partial<Conversation> = {}) =>
  put({
    state: 'Incoming',
    subject: 'Planning',
    alert: planOf('meeting', 'Normal'),
    invitation: { kind: 'onlineMeeting', direction: 'Incoming', outcome: null },
    can: { ...noConversationActions, accept: true, decline: true },
    ...changes,
  });

const shown = () => [...notifier.visible.values()];

it('tells of an invitation into a meeting until it is decided', () => {
  invited();
  expect(shown()).toMatchObject([
    { title: 'Sam Okafor asks you into a meeting', body: 'Meeting\nSubject: Planning' },
  ]);
  expect(shown()[0]?.actions.map(({ label }) => label)).toEqual([
    'Join',
    'Join with video',
    'Decline',
    '',
  ]);
  put();
  expect(shown()).toEqual([]);
});

it('joins with sound and declines by its buttons', () => {
  invited();
  notifier.activity.emit({ key: 'invitation:c1', action: 'answer' });
  expect(presented).toEqual(['c1']);
  expect(commands[0]).toEqual(['conversations.accept', { conversationId: 'c1', join: 'audio' }]);
  notifier.activity.emit({ key: 'invitation:c1', action: 'decline' });
  expect(commands[1]).toEqual(['conversations.decline', { conversationId: 'c1' }]);
});

it('takes an invitation to chat without sound', () => {
  invited({ invitation: { kind: 'messaging', direction: 'Incoming', outcome: null } });
  notifier.activity.emit({ key: 'invitation:c1', action: 'answer' });
  expect(commands).toEqual([['conversations.accept', { conversationId: 'c1' }]]);
});

it('tells of what is important in words, and of nothing when its plan has no notification', () => {
  invited({ alert: null });
  expect(shown()).toEqual([]);
  invited({ importance: 'Emergency', alert: planOf('meeting', 'Emergency') });
  expect(shown()).toMatchObject([
    { urgency: 'critical', body: expect.stringMatching(/Emergency/) },
  ]);
});

it('writes back in place, and opens that chat where it cannot or when it is pressed', () => {
  const can = { ...noConversationActions, send: true };
  put({ unread: 1, messages: [message('Lunch?')], can });
  notifier.activity.emit({ key: 'message:c1', action: 'reply', text: 'Yes' });
  expect(commands).toEqual([['conversations.send', { conversationId: 'c1', text: 'Yes' }]]);
  notifier.activity.emit({ key: 'message:c1', action: 'reply', text: null });
  notifier.activity.emit({ key: 'message:c1', action: 'open' });
  expect(presented).toEqual(['c1', 'c1']);
});

it('tells of a message that was not seen, with its words or without, until it is', () => {
  put({ unread: 1, messages: [message('Lunch?')] });
  expect(shown()).toMatchObject([{ title: 'Sam Okafor', body: 'Lunch?' }]);
  put({ unread: 0, messages: [message('Lunch?')] });
  expect(shown()).toEqual([]);
  store.update((draft) => {
    draft.settings.showMessageText = false;
  });
  put({ unread: 1, messages: [message('Lunch?'), message('Now?')] });
  expect(shown()).toMatchObject([{ title: 'Sam Okafor', body: 'New message' }]);
});

it('tells of no message that the user saw come, and leaves nothing behind when it stops', () => {
  put({ messages: [message('Seen')] });
  expect(shown()).toEqual([]);
  put({ unread: 1, messages: [message('Seen'), message('Not seen')] });
  notifications.stop();
  expect(shown()).toEqual([]);
});
