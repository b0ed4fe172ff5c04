import type { SignInMethodName } from './sign-in-choice.ts';

/** What is being done while the user waits for the sign-in. */
export const signInSteps = [
  'discovering',
  'authenticating',
  'creating-application',
  'making-available',
  'opening-event-channel',
  'loading-people',
] as const;

export type SignInStep = (typeof signInSteps)[number];

/** Why a sign-in or a running session failed; each has its own message and advice. */
export const signInFailures = [
  'invalid-address',
  'invalid-discovery-url',
  'host-not-found',
  'server-unreachable',
  'certificate-untrusted',
  'certificate-name-mismatch',
  'certificate-date',
  'clock-skew',
  'not-a-ucwa-server',
  'redirect-needs-consent',
  'method-not-offered',
  'wrong-password',
  'windows-account-refused',
  'meeting-refused',
  'sign-in-window-closed',
  'browser-sign-in-refused',
  'browser-sign-in-timeout',
  'client-id-missing',
  'sign-in-needed',
  'forbidden',
  'too-many-applications',
  'application-expired',
  'user-agent-not-allowed',
  'server-failure',
  'timeout',
  'offline',
  'cancelled',
  'unexpected',
] as const;

export type SignInFailure = (typeof signInFailures)[number];

export interface SignInError {
  readonly failure: SignInFailure;
  /** The host that it happened at, for the message. */
  readonly host: string | null;
  /** Server's diagnostics (`X-Ms-diagnostics`) or status, for the administrator. */
  readonly detail: string | null;
  /** What the server offers instead, where the way to sign in is the problem. */
  readonly offered: readonly SignInMethodName[];
}

/** How one may sign in at the server of an address, or why that is not known. */
export type SignInOffer =
  | {
      readonly type: 'offered';
      readonly host: string;
      readonly methods: readonly SignInMethodName[];
    }
  | { readonly type: 'failed'; readonly error: SignInError };

/** Why a session ended on its own. */
export type SignOutReason =
  | 'user'
  | 'credentials-rejected'
  | 'used-elsewhere'
  | 'too-many-applications'
  | 'application-expired'
  | 'user-agent-not-allowed';

/** The states of the session that a user can see. */
export type SessionState =
  | {
      readonly phase: 'signedOut';
      readonly reason: SignOutReason | null;
      readonly error: SignInError | null;
    }
  | {
      readonly phase: 'signingIn';
      readonly address: string;
      readonly step: SignInStep;
      /** Where the user has to go on before the sign-in does. */
      readonly waitingFor: 'window' | 'browser' | null;
    }
  | { readonly phase: 'online'; readonly keychain: 'kept' | 'memory-only' }
  | {
      /** The connection was lost; calls go on and nothing is forgotten. */
      readonly phase: 'recovering';
      readonly keychain: 'kept' | 'memory-only';
      readonly sinceMs: number;
    };
