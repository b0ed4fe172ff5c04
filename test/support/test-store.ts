import { initialAppState } from '../../app/domain/app-state.ts';
import { StateStore } from '../../app/services/state-store.ts';
import { RecordingLogger } from './recording-logger.ts';

/** A state in which nothing happened yet. */
export const testStore = (): StateStore =>
  new StateStore(
    initialAppState({
      parleyVersion: '0.0.0',
      electronVersion: '0',
      chromiumVersion: '0',
      testRuntime: true,
      platform: 'linux',
      hasTray: false,
      globalKeys: 'everywhere',
      hasKeychain: true,
      demoColleagues: [],
    }),
    new RecordingLogger(),
  );
