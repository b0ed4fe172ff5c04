import { castDraft } from 'immer';
import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../../app/domain/conversation.ts';
import type { RecentCall } from '../../../../app/domain/history.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import type { TrayEntry } from '../../../../main/desktop/tray-entry.ts';
import { type TrayModel, trayModel } from '../../../../main/desktop/tray-model.ts';
import {
  connectedCall,
  ringingCall,
  signedInStore,
  stateAfter,
  stateWith,
} from '../support/scripted-state.ts';

const translator = createTranslator('en');

const labels = ({ menu }: TrayModel): string[] =>
  menu.map((entry) => (entry.type === 'separator' ? '-' : entry.label));

const actionsOf = (entries: readonly TrayEntry[]): readonly object[] =>
  entries.flatMap((entry) => (entry.type === 'action' ? [entry.action] : []));

const missedCall = (id: string, name: string) => ({
  id,
  kind: 'call' as const,
  from: { uri: `sip:${id}@parley.test`, name },
  atMs: 1,
  subject: '',
  importance: 'Normal' as const,
  preview: '',
});

const recentCall = (name: string): RecentCall => ({
  ...({ type: 'call', source: 'parley', onlineMeetingUri: null } as const),
  conversationId: `conversation-${name}`,
  id: `recent-${name}`,
  kind: 'direct',
  direction: 'Outgoing',
  remote: { uri: name === '' ? '' : `sip:${name}@parley.test`, name },
  modality: 'audioVideo',
  importance: 'Normal',
  subject: '',
  threadId: null,
  startedAtMs: 1,
  durationMs: null,
  outcome: { kind: 'cancelled' },
});

describe('trayModel', () => {
  it('offers to open, presence and quit while nothing happens', () => {
    const model = trayModel(signedInStore().state, translator);
    expect(model).toMatchObject({
      presence: 'online',
      call: 'idle',
      tooltip: 'Parley: Available',
    });
    expect(labels(model)).toEqual([
      'Open Parley',
      '-',
      'Presence',
      'Pause alerts for an hour',
      'Settings',
      '-',
      'Quit Parley',
    ]);
  });

  it('marks the chosen presence, and sets another', () => {
    const model = trayModel(signedInStore().state, translator);
    const presence = model.menu.find((entry) => entry.type === 'submenu');
    expect(presence?.entries.filter(({ checked }) => checked).map(({ label }) => label)).toEqual([
      'Available',
    ]);
    expect(presence?.entries.map(({ action }) => action)).toContainEqual({
      type: 'setPresence',
      availability: 'DoNotDisturb',
    });
  });

  it('has no presence to set while signed out', () => {
    const model = trayModel(
      stateAfter((draft) => {
        draft.session = { phase: 'signedOut', reason: null, error: null };
        draft.me = null;
      }),
      translator,
    );
    expect(model).toMatchObject({ presence: 'signed-out', tooltip: 'Parley: signed out' });
    expect(labels(model)).toEqual(['Open Parley', '-', 'Quit Parley']);
  });

  it('puts answering first while a call rings, with video only when it has video', () => {
    const audio = trayModel(stateWith(ringingCall()), translator);
    expect(audio).toMatchObject({ call: 'ringing', tooltip: 'Parley: Sam Okafor is calling' });
    expect(labels(audio).slice(0, 3)).toEqual(['Answer Sam Okafor', 'Decline Sam Okafor', '-']);
    const video = trayModel(stateWith(ringingCall({ modality: 'audioVideo' })), translator);
    expect(labels(video).slice(0, 3)).toEqual([
      'Answer Sam Okafor',
      'Answer Sam Okafor without video',
      'Decline Sam Okafor',
    ]);
  });

  it('says how much an important call matters', () => {
    const call = ringingCall({ importance: 'Emergency' });
    const model = trayModel(
      stateWith({ ...call, alert: call.alert && { ...call.alert, tray: 'ringingUrgent' } }),
      translator,
    );
    expect(model).toMatchObject({
      call: 'ringing-urgent',
      tooltip: 'Parley: Emergency call from Sam Okafor',
    });
  });

  it('offers nothing that the server does not offer', () => {
    const { can } = ringingCall();
    const model = trayModel(
      stateWith(ringingCall({ can: { ...can, answer: false, decline: false } })),
      translator,
    );
    expect(labels(model)[0]).toBe('Open Parley');
  });

  it('mutes, unmutes and hangs up the active call', () => {
    const talking = trayModel(stateWith(connectedCall()), translator);
    expect(talking).toMatchObject({
      call: 'in-call',
      tooltip: 'Parley: in a call with Sam Okafor',
    });
    expect(talking.menu.slice(0, 3)).toEqual([
      {
        type: 'action',
        label: 'Mute',
        action: { type: 'setSending', callId: 'call-1', audio: false, video: false },
      },
      { type: 'action', label: 'Hold', action: { type: 'hold', callId: 'call-1' } },
      {
        type: 'action',
        label: 'Hang up Sam Okafor',
        action: { type: 'hangUp', callId: 'call-1' },
      },
    ]);
    const muted = trayModel(
      stateWith(connectedCall({ sending: { audio: false, video: false } })),
      translator,
    );
    expect(labels(muted)[0]).toBe('Unmute');
  });

  it('cancels a call that was not taken yet', () => {
    const { can } = connectedCall();
    const model = trayModel(
      stateWith(
        connectedCall({
          phase: 'inviting',
          can: { ...can, mute: false, hold: false, hangUp: false, cancel: true },
        }),
      ),
      translator,
    );
    expect(model.menu[0]).toMatchObject({ action: { type: 'cancel', callId: 'call-1' } });
  });

  it('names a caller whom the server hides', () => {
    const model = trayModel(stateWith(ringingCall({ remote: { uri: '', name: '' } })), translator);
    expect(model.tooltip).toBe('Parley: Unknown caller is calling');
  });

  it('takes a call off hold', () => {
    const { can } = connectedCall();
    const model = trayModel(
      stateWith(
        connectedCall({
          hold: { local: true, remote: false, pending: false },
          can: { ...can, hold: false, resume: true },
        }),
      ),
      translator,
    );
    expect(actionsOf(model.menu)).toContainEqual({ type: 'resume', callId: 'call-1' });
  });

  it('says what was missed and is unread, and leads to it', () => {
    const model = trayModel(
      stateAfter((draft) => {
        draft.missed = [
          missedCall('c1', 'Sam Okafor'),
          { ...missedCall('k1', 'Kim Lindqvist'), kind: 'meeting' },
        ];
        const chat = { id: 'k2', state: 'Connected', startedAtMs: 1, unread: 2 } as const;
        const remote = { uri: 'sip:dana@parley.test', name: 'Dana Whitfield' };
        draft.conversations.k2 = castDraft(newConversation({ ...chat, remote }));
      }),
      translator,
    );
    expect(model).toMatchObject({
      unseen: true,
      tooltip: 'Parley: Available\n2 missed\n2 unread messages',
    });
    expect(model.menu.slice(0, 4)).toEqual([
      {
        type: 'action',
        label: 'Missed call from Sam Okafor',
        action: { type: 'show', place: { kind: 'recents' } },
      },
      {
        type: 'action',
        label: 'Missed invitation from Kim Lindqvist',
        action: {
          type: 'show',
          place: { kind: 'conversation', conversationId: 'k1' },
        },
      },
      {
        type: 'action',
        label: 'Dana Whitfield: 2 unread messages',
        action: {
          type: 'show',
          place: { kind: 'conversation', conversationId: 'k2' },
        },
      },
      { type: 'separator' },
    ]);
  });

  it('names a few of many, and leads to the list of the others', () => {
    const model = trayModel(
      stateAfter((draft) => {
        draft.missed = ['a', 'b', 'c', 'd'].map((id) => missedCall(id, id === 'a' ? '' : id));
      }),
      translator,
    );
    expect(labels(model).slice(0, 4)).toEqual([
      'Missed call from Unknown caller',
      'Missed call from b',
      '2 more missed',
      '-',
    ]);
  });

  it('lets a call that rings go before what was missed', () => {
    const state = stateAfter((draft) => {
      draft.missed = [missedCall('c1', 'Kim Lindqvist')];
      draft.calls['call-1'] = castDraft(ringingCall());
    });
    expect(trayModel(state, translator)).toMatchObject({ call: 'ringing', unseen: false });
  });

  it('dials, meets and calls again as far as the server lets it', () => {
    const state = stateAfter((draft) => {
      draft.can.startAudio = true;
      draft.can.startMeeting = true;
      draft.recents = ['', 'a', 'b', 'a', 'c', 'd', 'e', 'f'].map(recentCall);
    });
    const model = trayModel(state, translator);
    expect(labels(model).slice(0, 6)).toEqual([
      ...['Open Parley', '-', 'Dial…', 'Meet now', 'Call again', '-'],
    ]);
    const again = model.menu.find((each) => each.type === 'submenu');
    expect(again?.entries.map(({ action }) => action)).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map((name) => ({
        type: 'call',
        to: `sip:${name}@parley.test`,
        modality: 'audio',
      })),
    );
    const without = trayModel({ ...state, can: { ...state.can, startAudio: false } }, translator);
    expect(labels(without)).not.toContain('Dial…');
    expect(labels(without)).not.toContain('Call again');
  });

  it('leads to the note, and clears one that is there', () => {
    const withNote = (ownNote: string): string[] =>
      labels(
        trayModel(
          stateAfter((draft) => {
            draft.ownNote = ownNote;
          }),
          translator,
        ),
      );
    expect(withNote('')).toContain('Note…');
    expect(withNote('')).not.toContain('Clear the note');
    expect(withNote('Back at three')).toContain('Clear the note');
  });

  it('pauses alerts, says so, and resumes them', () => {
    const paused = trayModel(
      stateAfter((draft) => {
        draft.alertsPausedUntil = 5_000;
      }),
      translator,
    );
    expect(labels(paused)).toContain('Resume alerts');
    expect(labels(paused)).not.toContain('Pause alerts for an hour');
    expect(paused.tooltip).toBe('Parley: Available\nAlerts are paused');
  });
});
