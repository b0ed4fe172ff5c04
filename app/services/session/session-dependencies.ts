import type { WakeUps } from '../../ports/wake-ups.ts';
import type { SignIn, UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { Notices } from '../notices.ts';
import type { SettingsService } from '../settings-service.ts';
import type { StateStore } from '../state-store.ts';
import type { KeptSession } from './kept-session.ts';
import type { SessionPart } from './session-part.ts';

/** As whom the server knows this program. */
export interface SessionIdentity {
  /** POST applications `UserAgent`. */
  readonly userAgent: string;
  /** POST applications `Culture`, such as `en-US`. */
  readonly culture: string;
}

/** What signing in and out works with. */
export interface SessionDependencies {
  readonly ucwa: UcwaDependencies;
  readonly signIn: SignIn;
  readonly identity: SessionIdentity;
  readonly store: StateStore;
  readonly kept: KeptSession;
  readonly settings: SettingsService;
  readonly notices: Notices;
  readonly wakeUps: WakeUps;
  /** For how long the user has not used the computer. */
  readonly idleMs: () => number;
  /** In the order in which they are opened and told of events. */
  readonly parts: readonly SessionPart[];
}
