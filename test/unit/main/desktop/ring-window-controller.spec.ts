import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../../../app/services/state-store.ts';
import {
  RingWindowController,
  type RingWindowPlan,
} from '../../../../main/desktop/ring-window-controller.ts';
import { putCall, ringingCall, signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let log: string[];
let shown: RingWindowPlan[];
let idleMs: number;
let controller: RingWindowController;

beforeEach(() => {
  store = signedInStore();
  log = [];
  shown = [];
  idleMs = 60_000;
  let isVisible = false;
  const window = {
    get isVisible() {
      return isVisible;
    },
    show(plan: RingWindowPlan, takeFocus: boolean) {
      isVisible = true;
      shown.push(plan);
      log.push(takeFocus ? 'show with focus' : 'show');
    },
    hide() {
      isVisible = false;
      log.push('hide');
    },
    retire() {
      log.push('retire');
    },
  };
  const trace = { mark: (name: string, callId: string) => log.push(`${name} ${callId}`) };
  controller = new RingWindowController(store, window, () => idleMs, trace);
  controller.start();
});

const ring = (id: string, takeFocus = false): void => {
  const call = ringingCall({ id });
  putCall(store, { ...call, alert: call.alert && { ...call.alert, takeFocus } });
};

const end = (id: string): void => {
  store.update((draft) => {
    delete draft.calls[id];
  });
};

describe('RingWindowController', () => {
  it('shows the window in the turn in which a call rings, and hides it as soon as none does', () => {
    ring('c1');
    expect(log).toEqual(['show', 'ring-window-shown c1']);
    end('c1');
    expect(log).toEqual(['show', 'ring-window-shown c1', 'hide']);
  });

  it('takes the focus for a second, more important call, and stays until both are over', () => {
    ring('c1');
    ring('c2', true);
    expect(log).toContain('show with focus');
    end('c1');
    expect(log).not.toContain('hide');
    end('c2');
    expect(log.filter((line) => line === 'hide')).toHaveLength(1);
  });

  it('does not come back for a call that it was shown for already', () => {
    ring('c1');
    log.length = 0;
    store.update((draft) => {
      const call = draft.calls.c1;
      if (call !== undefined) call.subject = 'Now with a subject';
    });
    expect(log).toEqual([]);
  });

  it('stays away when the plan has no ring window', () => {
    const call = ringingCall({ id: 'c1' });
    putCall(store, { ...call, alert: call.alert && { ...call.alert, ringWindow: null } });
    expect(log).toEqual([]);
  });

  it('retires at the end', () => {
    controller.stop();
    ring('c1');
    expect(log).toEqual(['retire']);
  });

  it('leaves the keyboard with whoever uses it, whatever the plan says', () => {
    idleMs = 500;
    ring('c1', true);
    expect(log).toEqual(['show', 'ring-window-shown c1']);
  });

  it('comes anew, larger and on every screen, for what gets more pressing', () => {
    ring('c1');
    const call = ringingCall({ id: 'c1' });
    const ringWindow = { size: 'large', screens: 'every' } as const;
    putCall(store, { ...call, alert: call.alert && { ...call.alert, ringWindow } });
    expect(shown).toEqual([{ size: 'small', screens: 'active' }, ringWindow]);
  });
});
