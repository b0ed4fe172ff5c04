import type { Clock } from '../ports/clock.ts';
import type { Cryptography } from '../ports/cryptography.ts';
import type { HttpTransport } from '../ports/http-transport.ts';
import type { Logger } from '../ports/logger.ts';
import type { LoopbackRedirect } from '../ports/loopback-redirect.ts';
import type { PassiveSignInWindow } from '../ports/passive-sign-in-window.ts';
import type { Random } from '../ports/random.ts';
import type { SystemBrowser } from '../ports/system-browser.ts';
import type { Trace } from '../ports/trace.ts';
import type { SignInMethod } from './auth/sign-in-method.ts';
import type { SignInProblemError } from './sign-in-problem.ts';
import type { UcwaApplication } from './ucwa-application.ts';
import type { UcwaError } from './ucwa-error.ts';

/** What grants need that go through pages of others. */
export interface SignInSurfaces {
  readonly passiveWindow: PassiveSignInWindow;
  readonly browser: SystemBrowser;
  readonly loopback: LoopbackRedirect;
  readonly cryptography: Cryptography;
}

/** What the protocol needs of the world. */
export interface UcwaDependencies {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly trace: Trace;
  readonly surfaces: SignInSurfaces;
}

export interface WebTicket {
  readonly accessToken: string;
  /** When it ends, by the local clock. */
  readonly expiresAtMs: number;
  /** The origin that it is bound to. */
  readonly origin: string;
}

export interface SignInRequest {
  /** `alex@example.com`; its domain is where discovery looks. */
  readonly address: string;
  readonly method: SignInMethod;
  /** Given by an administrator, instead of discovery by domain: a root, `user` or `applications` URL. */
  readonly discoveryUrl: string | null;
  /** Hosts outside of the user's domain that the user agreed to be sent to. */
  readonly trustedHosts: readonly string[];
  /** The `applications` URL of an earlier run: asked first, and forgotten when it fails. */
  readonly knownApplicationsUrl: string | null;
  /** Whether the user is there: otherwise no window and no browser is opened. */
  readonly interactive: boolean;
  /** Kept over the life of one installation (POST applications `EndpointId`). */
  readonly endpointId: string;
  readonly culture: string;
  readonly userAgent: string;
  /**
   * For how long the user has not used the computer, in milliseconds: while they are away, no
   * activity is reported. Left out: they always are active.
   */
  readonly idleMs?: () => number;
  /** A ticket of an earlier run, used while it lives. */
  readonly ticket: WebTicket | null;
  readonly onStep: (step: UcwaSignInStep) => void;
  /** The sign-in waits for the user somewhere else; null when it goes on. */
  readonly onWaiting: (where: WaitingPlace | null) => void;
  /** What the next run needs, for the keychain. Also while signed in. */
  readonly onKept: (change: KeptSignIn) => void;
  readonly signal: AbortSignal;
}

/** What makes the next sign-in short; members that did not change are absent. */
export interface KeptSignIn {
  readonly ticket?: WebTicket;
  readonly method?: SignInMethod;
  readonly knownApplicationsUrl?: string | null;
}

/** Where the user goes on with a sign-in that left this program's own windows. */
export type WaitingPlace = 'window' | 'browser';

export type UcwaSignInStep =
  | 'discovering'
  | 'authenticating'
  | 'creating-application'
  | 'making-available';

/** Why a step of signing in did not succeed: only the user can help, or something else went wrong. */
export type SignInStepError = SignInProblemError | UcwaError;

/** Signs in: discovery, web ticket, application, makeMeAvailable. Polling is not started yet. */
export type SignIn = (
  request: SignInRequest,
  dependencies: UcwaDependencies,
) => Promise<UcwaApplication>;
