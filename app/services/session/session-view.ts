import { castDraft } from 'immer';
import { noStartActions } from '../../domain/app-state.ts';
import { noMeetings } from '../../domain/meeting.ts';
import type { SignInError, SignInStep, SignOutReason } from '../../domain/session.ts';
import type { StateStore } from '../state-store.ts';

/** The session in the state: the only place that writes it. */
export class SessionView {
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
  }

  signingIn(address: string, step: SignInStep): void {
    this.#store.update((draft) => {
      draft.session = { phase: 'signingIn', address, step, waitingFor: null };
    });
  }

  /** @param where the user goes on with the sign-in; null when it went on */
  waiting(where: 'window' | 'browser' | null): void {
    this.#store.update((draft) => {
      if (draft.session.phase === 'signingIn') draft.session.waitingFor = where;
    });
  }

  /** Nothing is kept in the keychain yet. */
  online(): void {
    this.#store.update((draft) => {
      draft.session = { phase: 'online', keychain: 'memory-only' };
    });
  }

  keptInKeychain(): void {
    this.#store.update((draft) => {
      const { session } = draft;
      if (session.phase === 'online' || session.phase === 'recovering') session.keychain = 'kept';
    });
  }

  /** @param sinceMs when the connection was lost */
  recovering(sinceMs: number): void {
    this.#store.update((draft) => {
      const { session } = draft;
      if (session.phase !== 'online') return;
      draft.session = { phase: 'recovering', keychain: session.keychain, sinceMs };
    });
  }

  recovered(): void {
    this.#store.update((draft) => {
      const { session } = draft;
      if (session.phase !== 'recovering') return;
      draft.session = { phase: 'online', keychain: session.keychain };
    });
  }

  /** Takes away what belongs to the session. */
  signedOut(reason: SignOutReason | null, error: SignInError | null): void {
    this.#store.update((draft) => {
      const shown = error === null ? null : { ...error, offered: [...error.offered] };
      draft.session = { phase: 'signedOut', reason, error: shown };
      draft.me = null;
      draft.people = {};
      draft.calls = {};
      draft.away = null;
      draft.missed = [];
      draft.unacknowledged = {};
      draft.meetings = castDraft(noMeetings);
      draft.can = { ...noStartActions };
      // Whoever signs in next may be somebody else.
      if (reason === 'user') draft.recents = [];
    });
  }
}
