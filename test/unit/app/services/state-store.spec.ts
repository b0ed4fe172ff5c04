import { applyPatches, enablePatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { initialAppState } from '../../../../app/domain/app-state.ts';
import type { StatePatch } from '../../../../app/ipc/contract.ts';
import { Notices } from '../../../../app/services/notices.ts';
import { StateStore } from '../../../../app/services/state-store.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { SystemRandom } from '../../../support/system-random.ts';

enablePatches();

const initial = initialAppState({
  parleyVersion: '0',
  electronVersion: '0',
  chromiumVersion: '0',
  testRuntime: true,
  platform: 'linux',
  hasTray: false,
  globalKeys: 'everywhere',
  hasKeychain: false,
  demoColleagues: [],
});

function setUp() {
  const logger = new RecordingLogger();
  const store = new StateStore(initial, logger);
  const patches: StatePatch[] = [];
  store.patches.subscribe((patch) => patches.push(patch));
  return { logger, store, patches };
}

describe('StateStore', () => {
  it('sends one patch for one update, numbered without gaps', () => {
    const { store, patches } = setUp();
    store.update((draft) => {
      draft.can.startAudio = true;
      draft.settings.region = 'DE';
    });
    store.update((draft) => {
      draft.can.startAudioVideo = true;
    });
    expect(patches.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(patches[0]?.operations).toHaveLength(2);
    expect(store.snapshot).toEqual({ sequence: 2, state: store.state });
  });

  it('sends nothing when nothing changed', () => {
    const { store, patches } = setUp();
    store.update((draft) => {
      draft.settings.region = initial.settings.region;
    });
    expect([patches, store.snapshot.sequence]).toEqual([[], 0]);
  });

  it('lets a reader of the patches arrive at the same state', () => {
    const { store, patches } = setUp();
    const notices = new Notices(store, new SystemRandom());
    notices.show('info', 'notice.callsLost');
    notices.show('warning', 'notice.settingsNotSaved');
    notices.dismiss(store.state.notices[0]?.id ?? '');
    const replayed = patches.reduce(
      (state, { operations }) =>
        applyPatches(
          state,
          operations.map(({ path, ...operation }) => ({ ...operation, path: [...path] })),
        ),
      initial,
    );
    expect(replayed).toEqual(store.state);
    expect(store.state.notices).toHaveLength(1);
  });

  it('goes on when a listener fails', () => {
    const { store, patches, logger } = setUp();
    store.patches.subscribe(() => {
      throw new Error('A window is gone');
    });
    const later: number[] = [];
    store.patches.subscribe(({ sequence }) => later.push(sequence));
    store.update((draft) => {
      draft.can.startAudio = true;
    });
    expect([patches.length, later]).toEqual([1, [1]]);
    expect(logger.entries).toMatchObject([{ level: 'error' }]);
  });
});

describe('Notices', () => {
  it('shows the same text once and keeps the newest five', () => {
    const { store } = setUp();
    const notices = new Notices(store, new SystemRandom());
    notices.show('info', 'notice.callsLost');
    notices.show('info', 'notice.callsLost');
    expect(store.state.notices).toHaveLength(1);
    for (const shortcut of ['1', '2', '3', '4', '5']) {
      notices.show('warning', 'notice.shortcutUnavailable', { shortcut });
    }
    expect(store.state.notices.map(({ values }) => values.shortcut)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});
