import type { Clock } from '../ports/clock.ts';
import type { HttpTransport } from '../ports/http-transport.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Trace } from '../ports/trace.ts';
import type { UcwaApplication } from './ucwa-application.ts';

/** What the protocol needs of the world. */
export interface UcwaDependencies {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly trace: Trace;
}

export interface WebTicket {
  readonly accessToken: string;
  /** When it ends, by the local clock. */
  readonly expiresAtMs: number;
  /** The origin that it is bound to. */
  readonly origin: string;
}

export interface Credentials {
  /** SIP address or user principal name. */
  readonly userName: string;
  readonly password: string;
}

export interface SignInRequest {
  /** `alex@example.com`; its domain is where discovery looks. */
  readonly address: string;
  readonly credentials: Credentials;
  /** Given by an administrator; instead of discovery by domain. */
  readonly discoveryUrl: string | null;
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
  /** Each new ticket, for the keychain. */
  readonly onTicket: (ticket: WebTicket) => void;
  readonly signal: AbortSignal;
}

export type UcwaSignInStep =
  | 'discovering'
  | 'authenticating'
  | 'creating-application'
  | 'making-available';

export type SignInProblem =
  | 'invalid-address'
  | 'invalid-discovery-url'
  | 'not-a-ucwa-server'
  | 'no-password-grant'
  | 'wrong-password'
  | 'forbidden'
  | 'too-many-applications'
  | 'application-expired'
  | 'user-agent-not-allowed'
  | 'clock-skew';

/** A sign-in that cannot go on without the user. Other failures arrive as `UcwaError`. */
export class SignInProblemError extends Error {
  override readonly name = 'SignInProblemError';
  readonly problem: SignInProblem;
  readonly host: string | null;
  readonly detail: string | null;

  constructor(problem: SignInProblem, host: string | null, detail: string | null) {
    super(`Sign-in stopped: ${problem}`);
    this.problem = problem;
    this.host = host;
    this.detail = detail;
  }
}

/** Signs in: discovery, web ticket, application, makeMeAvailable. Polling is not started yet. */
export type SignIn = (
  request: SignInRequest,
  dependencies: UcwaDependencies,
) => Promise<UcwaApplication>;
