import type { Clock } from '../../ports/clock.ts';
import { TransportError } from '../../ports/http-transport.ts';
import type { Random } from '../../ports/random.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import { UcwaError } from '../ucwa-error.ts';
import { backOffMs } from './back-off.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { delay } from './delay.ts';
import { LinkedAbort } from './linked-abort.ts';
import type { RequestPolicy } from './request-policies.ts';
import { hostOf, originOf } from './trusted-url.ts';

export interface RepeaterSetup {
  readonly clock: Clock;
  readonly random: Random;
  readonly circuit: CircuitBreaker;
  /** Told of every failure before the caller is. */
  readonly onError?: (error: UcwaError, href: string) => void;
  /** Ends every request and every wait between attempts. */
  readonly signal: AbortSignal;
}

/** A failure after which nothing is left to be tried, whatever the policy says. */
export class Exhausted extends Error {
  readonly error: unknown;

  constructor(error: unknown) {
    super('No attempt left');
    this.error = error;
  }
}

/** Sends a request as often as the policy of its kind allows and its failures make sensible. */
export class Repeater {
  readonly #setup: RepeaterSetup;

  constructor(setup: RepeaterSetup) {
    this.#setup = setup;
  }

  /**
   * @param attempt sends it once; its number counts from 1. Throws for everything that is no success
   * @throws UcwaError what the last attempt failed with
   */
  async run<Result>(
    url: string,
    policy: RequestPolicy,
    caller: AbortSignal | undefined,
    attempt: (signal: AbortSignal, number: number) => Promise<Result>,
  ): Promise<Result> {
    const abort = new LinkedAbort(caller, this.#setup.signal);
    try {
      for (let number = 1; ; number += 1) {
        if (policy.heedsCircuit && !this.#setup.circuit.allows(originOf(url))) {
          throw serverDown(url);
        }
        try {
          return await attempt(abort.signal, number);
        } catch (error) {
          const isLast = error instanceof Exhausted;
          const known = toUcwaError(isLast ? error.error : error, url);
          this.#setup.onError?.(known, url);
          const pauseMs = isLast ? null : this.#pauseMs(number, policy, known);
          if (pauseMs === null) throw known;
          await delay(this.#setup.clock, pauseMs, abort.signal);
          if (abort.signal.aborted) throw known;
        }
      }
    } finally {
      abort.release();
    }
  }

  /** How long to wait before the next attempt; null when there is to be none. */
  #pauseMs(attempt: number, policy: RequestPolicy, error: UcwaError): number | null {
    if (attempt >= policy.attempts) return null;
    if (!(policy.again === 'transient' ? isTransient(error) : isNotExecuted(error))) return null;
    const askedMs = error.retryAfterMs ?? 0;
    if (askedMs > policy.maxPauseMs) return null;
    return Math.max(askedMs, backOffMs(attempt, policy.backOff, this.#setup.random));
  }
}

/** 412 wants to be read again first, see `UcwaClient.update`. */
function isTransient(error: UcwaError): boolean {
  return error.advice === 'retry' && error.status !== 412;
}

const neverReached = new Set(['host-not-found', 'connection-failed', 'offline']);

/** Whether it is certain that the server did not do what it was asked to. */
function isNotExecuted(error: UcwaError): boolean {
  if (error.status === 429) return true;
  return error.cause instanceof TransportError && neverReached.has(error.cause.kind);
}

function serverDown(url: string): UcwaError {
  return new UcwaError('transport', 'Not sent: the server does not answer at the moment', {
    advice: 'retry',
    host: hostOf(url),
  });
}

function toUcwaError(error: unknown, url: string): UcwaError {
  if (error instanceof UcwaError) return error;
  const refused = error instanceof SignInProblemError;
  return new UcwaError('transport', refused ? 'Credentials refused' : 'Request failed', {
    advice: refused ? 're-authenticate' : 'give-up',
    host: hostOf(url),
    cause: error,
  });
}
