import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { CallActions } from '../../../../main/desktop/call-actions.ts';
import { CallVerbs } from '../../../../main/desktop/call-verbs.ts';
import { Shortcuts } from '../../../../main/desktop/shortcuts.ts';
import { CommandEndpoint } from '../../../../main/ipc/command-endpoint.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { connectedCall, putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

const answer = 'CommandOrControl+Shift+A';
const decline = 'CommandOrControl+Shift+X';
const dial = 'CommandOrControl+Shift+D';
const raise = 'CommandOrControl+Shift+Y';
const mute = 'CommandOrControl+Shift+M';
const hold = 'CommandOrControl+Shift+L';
const hangUp = 'CommandOrControl+Shift+H';

const none = {
  dial: null,
  answer: null,
  decline: null,
  mute: null,
  hold: null,
  hangUp: null,
  raise: null,
};

let store: StateStore;
let keys: Map<string, () => void>;
let taken: Set<string>;
let log: string[];
let planned: (() => void)[];
let shortcuts: Shortcuts;

beforeEach(() => {
  store = signedInStore();
  store.update((draft) => {
    draft.settings.mediaKeys = false;
  });
  keys = new Map();
  taken = new Set();
  log = [];
  planned = [];
  const registry = {
    register(accelerator: string, press: () => void) {
      if (accelerator === '') throw new TypeError('conversion failure');
      if (taken.has(accelerator)) return false;
      log.push(`take ${accelerator}`);
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
      'calls.setSending': async ({ callId, audio }) => {
        log.push(`send ${callId} ${audio}`);
        return null;
      },
      'calls.hold': async ({ callId }) => {
        log.push(`hold ${callId}`);
        return null;
      },
      'calls.hangUp': async ({ callId }) => {
        log.push(`hang up ${callId}`);
        return null;
      },
      'calls.decline': async ({ callId, scope }) => {
        log.push(`decline ${callId} ${scope}`);
        return null;
      },
    },
    new RecordingLogger(),
  );
  const verbs = new CallVerbs(store, new CallActions(endpoint), { raise: () => log.push('raise') });
  shortcuts = new Shortcuts(store, registry, verbs, {
    openQuickDial: () => log.push('dial'),
    shortcutsUnavailable: (all) => log.push(`unavailable ${all.join(' ')}`),
    later: (task) => planned.push(task),
  });
});

const ring = (id: string, changes = {}): void => {
  putCall(store, ringingCall({ id, ...changes }));
};

const endAll = (): void => {
  store.update((draft) => {
    draft.calls = {};
  });
};

/** What was put off is done. */
const later = (): void => {
  for (const task of planned.splice(0)) task();
};

describe('Shortcuts', () => {
  it('has the keys for answering only while a call rings', () => {
    shortcuts.start();
    later();
    expect([...keys.keys()]).toEqual([dial]);
    ring('c1');
    later();
    expect(new Set(keys.keys())).toEqual(new Set([dial, answer, decline, raise]));
    endAll();
    expect([...keys.keys()]).toEqual([dial]);
  });

  it('takes nothing in the turn in which the call is announced', () => {
    shortcuts.start();
    later();
    log = [];
    ring('c1');
    expect(log).toEqual([]);
    later();
    expect(log).toEqual([`take ${answer}`, `take ${decline}`, `take ${raise}`]);
  });

  it('takes nothing for a call that was over before it came to that', () => {
    shortcuts.start();
    later();
    ring('c1');
    endAll();
    later();
    expect([...keys.keys()]).toEqual([dial]);
  });

  it('takes each key once when another call begins before it came to that', () => {
    shortcuts.start();
    ring('c1');
    endAll();
    ring('c2');
    expect(planned).toHaveLength(1);
    later();
    expect(log).toEqual([answer, decline, raise, dial].map((each) => `take ${each}`));
  });

  it('answers and declines the most important call', () => {
    shortcuts.start();
    ring('c1');
    ring('c2', { importance: 'Emergency' });
    later();
    log = [];
    keys.get(answer)?.();
    keys.get(decline)?.();
    keys.get(dial)?.();
    expect(log).toEqual(['answer c2', 'decline c2 Local', 'dial']);
  });

  it('gives a key with two meanings to the call while it rings', () => {
    store.update((draft) => {
      draft.settings.shortcuts = { ...none, answer: dial, dial };
    });
    shortcuts.start();
    ring('c1');
    later();
    log = [];
    keys.get(dial)?.();
    endAll();
    expect(keys.size).toBe(0);
    later();
    keys.get(dial)?.();
    expect(log).toEqual(['answer c1', `take ${dial}`, 'dial']);
  });

  it('says once that a key cannot be had, and tries again when it is needed again', () => {
    taken.add(answer);
    shortcuts.start();
    ring('c1');
    later();
    endAll();
    taken.delete(answer);
    ring('c2');
    later();
    expect(log.filter((line) => line.startsWith('unavailable'))).toEqual([`unavailable ${answer}`]);
    expect(keys.has(answer)).toBe(true);
  });

  it('follows the settings, and survives a key that nobody can read', () => {
    shortcuts.start();
    later();
    log = [];
    store.update((draft) => {
      draft.settings.shortcuts = { ...none, dial: '' };
    });
    expect([...keys.keys()]).toEqual([]);
    later();
    expect(log).toEqual(['unavailable ']);
  });

  it('has the keys of a call that goes on while one does', () => {
    shortcuts.start();
    putCall(store, connectedCall({ id: 'c1' }));
    later();
    expect(new Set(keys.keys())).toEqual(new Set([mute, hold, hangUp, raise, dial]));
    log = [];
    for (const key of [mute, hold, hangUp, raise]) keys.get(key)?.();
    expect(log).toEqual(['send c1 false', 'hold c1', 'hang up c1', 'raise']);
    endAll();
    expect([...keys.keys()]).toEqual([dial]);
  });

  it('has the play and the stop key while there is a call, and says nothing when a player has them', () => {
    store.update((draft) => {
      draft.settings.mediaKeys = true;
      draft.settings.shortcuts = none;
    });
    shortcuts.start();
    later();
    expect(keys.size).toBe(0);
    ring('c1');
    later();
    keys.get('MediaPlayPause')?.();
    endAll();
    taken.add('MediaStop');
    putCall(store, connectedCall({ id: 'c2' }));
    later();
    keys.get('MediaPlayPause')?.();
    expect(log).toEqual([
      'take MediaPlayPause',
      'answer c1',
      'take MediaPlayPause',
      'send c2 false',
    ]);
    endAll();
    expect(keys.size).toBe(0);
  });

  it('proves a key without doing what it is for, and without a call', () => {
    const proven: string[] = [];
    shortcuts.start();
    later();
    const prove = { mode: 'prove', name: 'hangUp' } as const;
    expect(shortcuts.setMode(prove, (name) => proven.push(name))).toBe(true);
    expect([...keys.keys()]).toEqual([hangUp]);
    log = [];
    keys.get(hangUp)?.();
    expect([proven, log]).toEqual([['hangUp'], []]);
    shortcuts.setMode({ mode: 'use' });
    later();
    expect([...keys.keys()]).toEqual([dial]);
    keys.get(dial)?.();
    expect(log).toEqual([`take ${dial}`, 'dial']);
  });

  it('says that a key to be proven cannot be taken, and bothers nobody with it', () => {
    shortcuts.start();
    later();
    taken.add(mute);
    expect(shortcuts.setMode({ mode: 'prove', name: 'mute' })).toBe(false);
    expect(log).toEqual([`take ${dial}`]);
  });

  it('has no key while new ones are chosen, until a call rings', () => {
    shortcuts.start();
    later();
    shortcuts.setMode({ mode: 'choose' });
    expect(keys.size).toBe(0);
    ring('c1');
    later();
    expect(keys.has(answer)).toBe(true);
  });

  it('gives every key back when stopped, and takes none afterwards', () => {
    shortcuts.start();
    later();
    ring('c1');
    shortcuts.stop();
    expect(keys.size).toBe(0);
    later();
    expect(keys.size).toBe(0);
  });
});
