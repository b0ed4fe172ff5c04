import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { Shortcuts } from '../../../../main/desktop/shortcuts.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

const answer = 'CommandOrControl+Shift+A';
const decline = 'CommandOrControl+Shift+X';
const dial = 'CommandOrControl+Shift+D';

let store: StateStore;
let keys: Map<string, () => void>;
let taken: Set<string>;
let log: string[];
let shortcuts: Shortcuts;

beforeEach(() => {
  store = signedInStore();
  keys = new Map();
  taken = new Set();
  log = [];
  const registry = {
    register(accelerator: string, press: () => void) {
      if (accelerator === '') throw new TypeError('conversion failure');
      if (taken.has(accelerator)) return false;
      keys.set(accelerator, press);
      return true;
    },
    unregister: (accelerator: string) => keys.delete(accelerator),
  };
  const endpoint = new CommandEndpoint(
    {
      'calls.answer': async ({ callId }) => {
        log.push(`answer ${callId}`);
        return null;
      },
      'calls.decline': async ({ callId, scope }) => {
        log.push(`decline ${callId} ${scope}`);
        return null;
      },
    },
    new RecordingLogger(),
  );
  shortcuts = new Shortcuts(store, registry, new CallActions(endpoint), {
    openDialBox: () => log.push('dial'),
    shortcutUnavailable: (accelerator) => log.push(`unavailable ${accelerator}`),
  });
});

const ring = (id: string, changes = {}): void => {
  putCall(store, ringingCall({ id, ...changes }));
};

describe('Shortcuts', () => {
  it('has the keys for answering only while a call rings', () => {
    shortcuts.start();
    expect([...keys.keys()]).toEqual([dial]);
    ring('c1');
    expect([...keys.keys()]).toEqual([dial, answer, decline]);
    store.update((draft) => {
      draft.calls = {};
    });
    expect([...keys.keys()]).toEqual([dial]);
  });

  it('answers and declines the most important call', () => {
    shortcuts.start();
    ring('c1');
    ring('c2', { importance: 'Emergency' });
    keys.get(answer)?.();
    keys.get(decline)?.();
    keys.get(dial)?.();
    expect(log).toEqual(['answer c2', 'decline c2 Local', 'dial']);
  });

  it('says once that a key cannot be had, and tries again when it is needed again', () => {
    taken.add(answer);
    shortcuts.start();
    ring('c1');
    store.update((draft) => {
      draft.calls = {};
    });
    taken.delete(answer);
    ring('c2');
    expect(log).toEqual([`unavailable ${answer}`]);
    expect(keys.has(answer)).toBe(true);
  });

  it('follows the settings, and survives a key that nobody can read', () => {
    shortcuts.start();
    store.update((draft) => {
      draft.settings.shortcuts = { answer: null, decline: null, dial: '' };
    });
    expect([...keys.keys()]).toEqual([]);
    expect(log).toEqual(['unavailable ']);
  });

  it('gives every key back when stopped', () => {
    shortcuts.start();
    ring('c1');
    shortcuts.stop();
    expect(keys.size).toBe(0);
  });
});
