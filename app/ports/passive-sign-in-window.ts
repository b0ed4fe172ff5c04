import type { TransportError } from './http-transport.ts';

export interface PassiveSignInRequest {
  /** The page to begin at: https, or http on the loopback. */
  readonly url: string;
  /** The cookie that proves the sign-in, as the host of `url` sets it. */
  readonly cookieName: string;
  /**
   * Whether the user is there to type. Otherwise nothing is shown: the page has to finish by what it
   * remembers of an earlier time, or does not.
   */
  readonly interactive: boolean;
  readonly signal: AbortSignal;
}

export type PassiveSignInResult =
  | { readonly type: 'cookie'; readonly value: string }
  /** The user closed the window, or `signal` was aborted. */
  | { readonly type: 'closed' }
  /** Not interactive, and the page did not finish by itself. */
  | { readonly type: 'needs-user' }
  | { readonly type: 'failed'; readonly error: TransportError };

/** Shows a company's own sign-in page, which may look like anything, apart from all else. */
export interface PassiveSignInWindow {
  /** Never rejects. */
  authenticate(request: PassiveSignInRequest): Promise<PassiveSignInResult>;
  /** Forgets what the pages remember of the user. */
  forget(): Promise<void>;
}
