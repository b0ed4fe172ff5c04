import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../../app/domain/call.ts';
import { noActions } from '../../../../app/domain/call-actions.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { CallVerbs } from '../../../../main/desktop/call-verbs.ts';
import { CommandEndpoint, type CommandOrigin } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { connectedCall, putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let log: string[];
let verbs: CallVerbs;

beforeEach(() => {
  store = signedInStore();
  log = [];
  const note =
    (name: string) =>
    (payload: object, { surface }: CommandOrigin): null => {
      log.push(`${name} ${JSON.stringify(payload)} ${surface}`);
      return null;
    };
  const endpoint = new CommandEndpoint(
    {
      'calls.answer': note('answer'),
      'calls.decline': note('decline'),
      'calls.hangUp': note('hangUp'),
      'calls.cancel': note('cancel'),
      'calls.setSending': note('setSending'),
      'calls.hold': note('hold'),
      'calls.resume': note('resume'),
    },
    new RecordingLogger(),
  );
  verbs = new CallVerbs(store, new CallActions(endpoint), { raise: () => log.push('raise') });
});

const holding: Call['hold'] = { local: true, remote: false, pending: false };
const callVerbs = ['hangUp', 'toggleMute', 'toggleHold'] as const;
const ringVerbs = ['answer', 'answerWithVideo', 'decline'] as const;

describe('CallVerbs', () => {
  it('answers and declines the most pressing call that rings', () => {
    putCall(store, ringingCall({ id: 'c1', modality: 'audioVideo' }));
    putCall(store, ringingCall({ id: 'c2', importance: 'Emergency' }));
    expect(ringVerbs.map((verb) => verbs[verb]('tray'))).toEqual(['done', 'done', 'done']);
    expect(log).toEqual([
      'answer {"callId":"c2","modality":"audio"} tray',
      'answer {"callId":"c2","modality":"audioVideo"} tray',
      'decline {"callId":"c2","scope":"Local"} tray',
    ]);
  });

  it('answers a video call with video', () => {
    putCall(store, ringingCall({ id: 'c1', modality: 'audioVideo' }));
    expect(verbs.answer('headset')).toBe('done');
    expect(log).toEqual(['answer {"callId":"c1","modality":"audioVideo"} headset']);
  });

  it('means the call that the user talks in, not the one on hold or the one that rings', () => {
    putCall(store, connectedCall({ id: 'held', hold: holding, startedAtMs: 9_000 }));
    putCall(store, connectedCall({ id: 'talk' }));
    putCall(store, ringingCall({ id: 'ring', startedAtMs: 10_000 }));
    for (const verb of callVerbs) expect(verbs[verb]('shortcut')).toBe('done');
    expect(log).toEqual([
      'hangUp {"callId":"talk"} shortcut',
      'setSending {"callId":"talk","audio":false,"video":false} shortcut',
      'hold {"callId":"talk"} shortcut',
    ]);
  });

  it('takes back what it did before', () => {
    const can = { ...noActions, mute: true, resume: true };
    const sending = { audio: false, video: true };
    putCall(store, connectedCall({ id: 'c1', sending, hold: holding, can }));
    expect(verbs.toggleMute('commandLine')).toBe('done');
    expect(verbs.toggleHold('commandLine')).toBe('done');
    expect(log).toEqual([
      'setSending {"callId":"c1","audio":true,"video":true} commandLine',
      'resume {"callId":"c1"} commandLine',
    ]);
  });

  it('cancels a call that nobody took yet', () => {
    putCall(
      store,
      connectedCall({ id: 'c1', phase: 'inviting', can: { ...noActions, cancel: true } }),
    );
    expect(verbs.hangUp('tray')).toBe('done');
    expect(log).toEqual(['cancel {"callId":"c1"} tray']);
  });

  it('says that there is nothing to do it to', () => {
    expect(ringVerbs.map((verb) => verbs[verb]('tray'))).toEqual(Array(3).fill('nothingRings'));
    expect(callVerbs.map((verb) => verbs[verb]('tray'))).toEqual(Array(3).fill('noCall'));
    expect(log).toEqual([]);
  });

  it('says that a call does not offer it', () => {
    putCall(store, ringingCall({ id: 'c1', can: noActions }));
    putCall(store, connectedCall({ id: 'c2', can: noActions }));
    const all = [...ringVerbs, ...callVerbs].map((verb) => verbs[verb]('tray'));
    expect(all).toEqual(Array(6).fill('notPossible'));
    expect(log).toEqual([]);
  });

  it('raises the window with and without a call', () => {
    expect(verbs.raise()).toBe('done');
    expect(log).toEqual(['raise']);
  });
});
