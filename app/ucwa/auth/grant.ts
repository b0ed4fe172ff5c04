import type { Clock } from '../../ports/clock.ts';
import type { HttpTransport } from '../../ports/http-transport.ts';
import type { Logger } from '../../ports/logger.ts';
import type { KeptSignIn, SignInSurfaces, WaitingPlace, WebTicket } from '../sign-in-contract.ts';
import type { SignInProblemError } from '../sign-in-problem.ts';
import type { UcwaError } from '../ucwa-error.ts';
import type { Challenge } from './challenge.ts';
import type { GrantName } from './sign-in-method.ts';

export const grantTimeoutMs = 30_000;
export const maxGrantBytes = 256 * 1024;

/** What the grants need of the world. */
export interface GrantContext {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly surfaces: SignInSurfaces;
  /** The user's SIP address. */
  readonly address: string;
  /** Domains that are the user's own: integrated authentication goes nowhere else. */
  readonly domains: readonly string[];
  /** Told when the user has to go on somewhere else, and with null when that is over. */
  readonly onWaiting: (where: WaitingPlace | null) => void;
  /** Told of what the next run of the grant needs. */
  readonly onKept: (change: KeptSignIn) => void;
}

export interface GrantRequest {
  readonly challenge: Challenge;
  /** An URL at the origin that the ticket is for. */
  readonly href: string;
  /** The ticket that is to be replaced. */
  readonly previous: WebTicket | null;
  /** Whether the user may be shown something. */
  readonly interactive: boolean;
  readonly signal: AbortSignal;
}

/** What came of asking for a ticket. */
export type GrantOutcome =
  | { readonly type: 'ticket'; readonly ticket: WebTicket }
  | {
      readonly type: 'refused';
      readonly problem: SignInProblemError;
      /** Whether it was the ticket service that spoke, not something in front of it. */
      readonly byService: boolean;
    }
  /** The service is in trouble: the same may work later. */
  | { readonly type: 'try-later'; readonly error: UcwaError };

/** One way of getting tickets. */
export interface Grant {
  readonly name: GrantName;
  isOffered(challenge: Challenge): boolean;
  /**
   * Runs the grant once.
   * @throws SignInProblemError, UcwaError; they count like the outcomes of the same meaning
   */
  request(request: GrantRequest): Promise<GrantOutcome>;
}
