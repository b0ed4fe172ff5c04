/** Waits on this computer for the browser to come back from a sign-in (RFC 8252, section 7.3). */
export interface LoopbackRedirect {
  /**
   * Begins to listen on a free port of 127.0.0.1, for one answer.
   * @param state what the answer must bear; anything else that comes is turned away and not counted
   */
  listen(state: string): Promise<RedirectListener>;
}

export interface RedirectListener {
  /** The address for the browser to come back to. */
  readonly redirectUri: string;
  /** The query of the answer. Pending for ever once closed. */
  readonly answer: Promise<Readonly<Record<string, string>>>;
  /** Twice is harmless. */
  close(): void;
}
