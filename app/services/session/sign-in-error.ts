import type { SignInError, SignInFailure } from '../../domain/session.ts';
import { type SignInMethodName, signInMethods } from '../../domain/sign-in-choice.ts';
import { TransportError, type TransportErrorKind } from '../../ports/http-transport.ts';
import { SignInProblemError } from '../../ucwa/sign-in-problem.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { describeUcwaError } from '../command-failure.ts';

const transportFailures: Readonly<Record<TransportErrorKind, SignInFailure>> = {
  'host-not-found': 'host-not-found',
  'connection-failed': 'server-unreachable',
  disconnected: 'server-unreachable',
  timeout: 'timeout',
  'certificate-untrusted': 'certificate-untrusted',
  'certificate-name-mismatch': 'certificate-name-mismatch',
  'certificate-date': 'certificate-date',
  offline: 'offline',
  'too-large': 'not-a-ucwa-server',
  aborted: 'cancelled',
  other: 'unexpected',
};

/** Failures that may be over in a moment without anybody doing anything. */
const transientFailures: ReadonlySet<SignInFailure> = new Set([
  'host-not-found',
  'server-unreachable',
  'timeout',
  'offline',
  'server-failure',
]);

export const isTransient = (error: SignInError): boolean => transientFailures.has(error.failure);

/** Of the protocol's grants those that the user may choose. */
export const knownMethods = (grants: readonly string[]): readonly SignInMethodName[] =>
  signInMethods.filter((method) => grants.includes(method));

/** Failures that make what the keychain keeps useless. */
const spentFailures: ReadonlySet<SignInFailure> = new Set([
  'wrong-password',
  'windows-account-refused',
  'browser-sign-in-refused',
  'sign-in-needed',
]);

export const isSpent = (error: SignInError): boolean => spentFailures.has(error.failure);

/**
 * What the user reads about a sign-in that threw.
 * @param host where the sign-in was directed, for errors that do not name theirs.
 */
export function toSignInError(error: unknown, host: string | null): SignInError {
  if (error instanceof SignInProblemError) {
    const { problem, detail } = error;
    const offered = knownMethods(error.offered);
    return { failure: problem, host: error.host ?? host, detail, offered };
  }
  if (error instanceof TransportError) return ofTransportError(error, host);
  if (error instanceof UcwaError) {
    if (error.cause instanceof TransportError) return ofTransportError(error.cause, host);
    return {
      failure: ofUcwaError(error),
      host,
      detail: error.diagnostics ?? describeUcwaError(error),
      offered: [],
    };
  }
  return { failure: 'unexpected', host, detail: null, offered: [] };
}

const ofTransportError = (error: TransportError, host: string | null): SignInError => ({
  failure: transportFailures[error.kind],
  host,
  detail: error.kind,
  offered: [],
});

function ofUcwaError(error: UcwaError): SignInFailure {
  if (error.status !== null && error.status >= 500) return 'server-failure';
  if (error.kind === 'ucwa') {
    if (error.status === 403) return 'forbidden';
    return error.status === 429 || error.status === 408 ? 'server-failure' : 'unexpected';
  }
  return error.kind === 'transport' ? 'server-unreachable' : 'not-a-ucwa-server';
}

/** Where a sign-in is directed: the host of the discovery URL, else the domain of the address. */
export function hostOf(address: string, discoveryUrl: string | null): string | null {
  if (discoveryUrl !== null) {
    try {
      return new URL(discoveryUrl).host;
    } catch {
      return null;
    }
  }
  return address.split('@')[1] ?? null;
}
