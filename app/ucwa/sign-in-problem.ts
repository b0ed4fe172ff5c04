import type { GrantName } from './auth/sign-in-method.ts';

export type SignInProblem =
  | 'invalid-address'
  | 'invalid-discovery-url'
  | 'not-a-ucwa-server'
  /** Discovery over plain HTTP leads to `host`, outside of the user's domain. */
  | 'redirect-needs-consent'
  /** The server takes none of what the user chose; `offered` says what it takes. */
  | 'method-not-offered'
  | 'wrong-password'
  | 'windows-account-refused'
  | 'meeting-refused'
  /** The user closed the company's sign-in page. */
  | 'sign-in-window-closed'
  | 'browser-sign-in-refused'
  | 'browser-sign-in-timeout'
  /** The hosted service admits registered programs only, and no registration is known. */
  | 'client-id-missing'
  /** What is kept is not enough any more: the user has to sign in once more. */
  | 'sign-in-needed'
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
  /** What the server offers instead, where that is the problem. */
  readonly offered: readonly GrantName[];

  constructor(
    problem: SignInProblem,
    host: string | null,
    detail: string | null,
    offered: readonly GrantName[] = [],
  ) {
    super(`Sign-in stopped: ${problem}`);
    this.problem = problem;
    this.host = host;
    this.detail = detail;
    this.offered = offered;
  }
}
