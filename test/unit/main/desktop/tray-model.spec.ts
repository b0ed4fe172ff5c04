import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../app/i18n/translator.ts';
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

describe('trayModel', () => {
  it('offers to open, presence and quit while nothing happens', () => {
    const model = trayModel(signedInStore().state, translator);
    expect(model).toMatchObject({
      presence: 'online',
      call: 'idle',
      tooltip: 'Parley: Available',
    });
    expect(labels(model)).toEqual(['Open Parley', 'Presence', '-', 'Quit Parley']);
  });

  it('marks the chosen presence, and sets another', () => {
    const model = trayModel(signedInStore().state, translator);
    const [presence] = model.menu.filter((entry) => entry.type === 'submenu');
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
    expect(talking.menu.slice(0, 2)).toEqual([
      {
        type: 'action',
        label: 'Mute',
        action: { type: 'setSending', callId: 'call-1', audio: false, video: false },
      },
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
          can: { ...can, mute: false, hangUp: false, cancel: true },
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
});
