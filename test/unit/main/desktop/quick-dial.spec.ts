import { beforeEach, describe, expect, it } from 'vitest';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { QuickDial } from '../../../../main/desktop/quick-dial.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { signedInStore } from '../support/scripted-state.ts';

let store: StateStore;
let clock: ManualClock;
let log: string[];
let copied: Promise<string>;
let quickDial: QuickDial;

beforeEach(() => {
  store = signedInStore();
  clock = new ManualClock();
  log = [];
  copied = Promise.resolve('+1 425 555 0100');
  quickDial = new QuickDial({
    source: store,
    makePalette: () => {
      log.push('make');
      let isVisible = false;
      const hide = (how: string) => () => {
        isVisible = false;
        log.push(how);
      };
      return {
        get isVisible() {
          return isVisible;
        },
        open: () => {
          isVisible = true;
          log.push('open');
        },
        tell: (message) => log.push(JSON.stringify(message)),
        ready: () => log.push('ready'),
        hide: hide('hide'),
        giveBack: hide('giveBack'),
        retire: hide('retire'),
      };
    },
    readClipboard: () => copied,
    mainWindow: {
      show: (focus) => log.push(`main ${focus}`),
      send: (message) => log.push(JSON.stringify(message)),
    },
    trace: { mark: (name, id) => log.push(`${name} ${id}`) },
    clock,
  });
});

/** What waits for promises is done. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('QuickDial', () => {
  it('makes its window after the start, while there is a key for it', () => {
    quickDial.start();
    expect(log).toEqual([]);
    clock.advance(10_000);
    expect(log).toEqual(['make']);
  });

  it('makes no window ahead for somebody without a key, but when it is asked for', () => {
    store.update((draft) => {
      draft.settings.shortcuts.dial = null;
    });
    quickDial.start();
    clock.advance(10_000);
    expect(log).toEqual([]);
    quickDial.open();
    expect(log).toEqual(['make', 'quick-dial-asked quick-dial-1', 'open']);
  });

  it('opens at once, and tells what the clipboard holds when that is known', async () => {
    quickDial.toggle();
    expect(log).toEqual(['make', 'quick-dial-asked quick-dial-1', 'open']);
    await settle();
    expect(log[3]).toBe('{"type":"quickDialClipboard","text":"+1 425 555 0100"}');
  });

  it('keeps a clipboard to itself that is about something else, or cannot be read', async () => {
    copied = Promise.resolve('correct horse battery staple');
    quickDial.open();
    await settle();
    copied = Promise.reject(new Error('no owner'));
    quickDial.open();
    await settle();
    expect(log.filter((line) => line.includes('Clipboard'))).toEqual([]);
  });

  it('does not read the clipboard of somebody who is signed out', async () => {
    store.update((draft) => {
      draft.session = { phase: 'signedOut', reason: null, error: null };
    });
    quickDial.open();
    await settle();
    expect(log).toEqual(['make', 'quick-dial-asked quick-dial-1', 'open']);
  });

  it('tells nothing to a palette that was closed meanwhile', async () => {
    quickDial.open();
    quickDial.close();
    await settle();
    expect(log.slice(3)).toEqual(['giveBack']);
  });

  it('is closed by the key that opened it', () => {
    quickDial.toggle();
    quickDial.toggle();
    expect(log.slice(2)).toEqual(['open', 'giveBack']);
  });

  it('shows in the main window what came of it', () => {
    quickDial.open();
    log = [];
    quickDial.finish({ to: 'call', callId: 'c1' });
    const result = '{"type":"show","result":{"to":"call","callId":"c1"}}';
    expect(log).toEqual(['hide', result, 'main true']);
  });

  it('opens nothing after Parley was asked to quit', () => {
    quickDial.start();
    quickDial.stop();
    clock.advance(10_000);
    quickDial.open();
    expect(log).toEqual([]);
  });
});
