import type { BackOffTimes } from './back-off.ts';

/** What a request is for, which decides how much is made of its failure. */
export type RequestKind =
  /** A GET that may wait a moment for others, to go out with them. */
  | 'read'
  /** A GET that a call hangs on: it goes out alone and at once. */
  | 'urgent'
  | 'photo'
  /** A POST that starts something: twice would be two. */
  | 'start'
  /** A PUT, a DELETE, or a POST that may be executed twice without harm. */
  | 'write'
  /** The last request of an application, which nobody likes to wait for. */
  | 'sign-out';

export interface RequestPolicy {
  /** For one attempt. */
  readonly timeoutMs: number;
  /** How often it is sent at most. */
  readonly attempts: number;
  /**
   * After which failures it is sent again: `transient` ones; or only those that prove that the
   * request did not arrive or was not executed.
   */
  readonly again: 'transient' | 'not-executed';
  readonly backOff: BackOffTimes;
  /** A server that asks for a longer pause (`Retry-After`) is not asked again. */
  readonly maxPauseMs: number;
  /** Whether it is not even sent while the server does not answer anybody. */
  readonly heedsCircuit: boolean;
}

const backOff: BackOffTimes = { firstMs: 200, baseMs: 1000, maxMs: 4000 };

/**
 * The one table of time limits and repetitions. A P-GET has its own: the event channel asks for
 * ever, see `events/channel-times.ts`. So have the requests of the sign-in, which its user repeats.
 */
export const requestPolicies: Readonly<Record<RequestKind, RequestPolicy>> = {
  read: {
    ...{ timeoutMs: 30_000, attempts: 3, again: 'transient' },
    ...{ backOff, maxPauseMs: 15_000, heedsCircuit: true },
  },
  urgent: {
    ...{ timeoutMs: 30_000, attempts: 3, again: 'transient' },
    ...{ backOff, maxPauseMs: 5000, heedsCircuit: false },
  },
  photo: {
    ...{ timeoutMs: 15_000, attempts: 2, again: 'transient' },
    ...{ backOff, maxPauseMs: 15_000, heedsCircuit: true },
  },
  start: {
    ...{ timeoutMs: 30_000, attempts: 2, again: 'not-executed' },
    ...{ backOff, maxPauseMs: 5000, heedsCircuit: false },
  },
  write: {
    ...{ timeoutMs: 30_000, attempts: 3, again: 'transient' },
    ...{ backOff, maxPauseMs: 15_000, heedsCircuit: true },
  },
  'sign-out': {
    ...{ timeoutMs: 10_000, attempts: 1, again: 'not-executed' },
    ...{ backOff, maxPauseMs: 0, heedsCircuit: false },
  },
};
