/** How the connection to the server is, as the user may look it up. Times are milliseconds since 1970. */
export interface Connection {
  /**
   * `open`: events arrive; `retrying`: the server cannot be reached; `renewing`: it lost the
   * session, which is being made anew; `closed`: nobody is signed in.
   */
  readonly channel: 'open' | 'retrying' | 'renewing' | 'closed';
  /** When the server last answered; brought up to date when somebody asks. */
  readonly lastAnswerAtMs: number | null;
  /** When events were lost, or may have been; everything was read again then. */
  readonly lastGapAtMs: number | null;
  /** How often the connection was lost and found again since the sign-in. */
  readonly reconnects: number;
}

export const noConnection: Connection = {
  channel: 'closed',
  lastAnswerAtMs: null,
  lastGapAtMs: null,
  reconnects: 0,
};
