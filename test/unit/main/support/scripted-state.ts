import { castDraft } from 'immer';
import {
  type AppState,
  type Environment,
  initialAppState,
} from '../../../../app/domain/app-state.ts';
import type { Call } from '../../../../app/domain/call.ts';
import { noActions } from '../../../../app/domain/call-actions.ts';
import { type Recipe, StateStore } from '../../../../app/services/state-store.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { buildCall } from '../../app/domain/builders/build-call.ts';

const environment: Environment = {
  parleyVersion: '0.1.0',
  electronVersion: '1.0.0',
  chromiumVersion: '1.0.0.0',
  testRuntime: false,
  platform: 'linux',
  hasTray: true,
  globalKeys: 'everywhere',
  hasKeychain: true,
  demoColleagues: [],
};

/** The real store with a signed-in user, to let things happen in. */
export function signedInStore(): StateStore {
  const store = new StateStore(initialAppState(environment), new RecordingLogger());
  store.update((draft) => {
    draft.session = { phase: 'online', keychain: 'kept' };
    draft.me = {
      uri: 'sip:alex@parley.test',
      name: 'Alex Rivera',
      presence: { availability: 'Online', activity: null },
      canSetPresence: true,
    };
  });
  return store;
}

/** Puts `call` into the state, in place of an earlier one with its id. */
export function putCall(store: StateStore, call: Call): void {
  store.update((draft) => {
    draft.calls[call.id] = castDraft(call);
  });
}

/** The signed-in state with these calls. */
export function stateWith(...calls: readonly Call[]): AppState {
  const store = signedInStore();
  for (const call of calls) putCall(store, call);
  return store.state;
}

/** The signed-in state after `recipe`. */
export function stateAfter(recipe: Recipe): AppState {
  const store = signedInStore();
  store.update(recipe);
  return store.state;
}

/** A call that rings with everything that an alert can have. */
export const ringingCall = (changes: Partial<Call> = {}): Call =>
  buildCall({
    alert: {
      notification: { urgency: 'normal', timeoutMs: 30_000, hidesText: false },
      ring: { tone: 'normal', repeat: true },
      ringWindow: { size: 'small', screens: 'active' },
      takeFocus: false,
      flash: true,
      tray: 'ringing',
      acknowledge: false,
    },
    can: { ...noActions, answer: true, decline: true },
    ...changes,
  });

/** A call that two people are in. */
export const connectedCall = (changes: Partial<Call> = {}): Call =>
  buildCall({
    phase: 'connected',
    sending: { audio: true, video: false },
    connectedAtMs: 2_000,
    can: { ...noActions, hangUp: true, mute: true, hold: true },
    ...changes,
  });
