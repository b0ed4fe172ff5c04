import type { KeptSignIn } from '../../ucwa/sign-in-contract.ts';
import type { KeptSession } from './kept-session.ts';
import type { StoredSession } from './stored-session.ts';

/** The session that is signed in or on its way, as the next start will need it. */
export class CurrentSession {
  readonly #kept: KeptSession;
  #session: StoredSession | null = null;

  constructor(kept: KeptSession) {
    this.#kept = kept;
  }

  get session(): StoredSession | null {
    return this.#session;
  }

  begin(session: StoredSession): void {
    this.#session = session;
  }

  /** There is none any more; what the keychain has stays there. */
  forget(): void {
    this.#session = null;
  }

  /**
   * Writes it to the keychain, which may ask the user first.
   * @returns `not-kept` for a guest, who comes for one meeting: the next start has nothing to do with it
   */
  async save(): Promise<'saved' | 'unavailable' | 'not-kept'> {
    const session = this.#session;
    if (session?.method.grant === 'anonymous') return 'not-kept';
    const saved = session !== null && (await this.#kept.save(session));
    return saved ? 'saved' : 'unavailable';
  }

  /**
   * Something came to be known on the way, such as a new refresh token.
   * @param session whose it is; of a session before this one it is about nothing
   * @param write whether the keychain is to have it at once
   */
  learn(session: StoredSession, change: KeptSignIn, write: boolean): void {
    if (this.#session === null || this.#session.address !== session.address) return;
    this.#session = { ...this.#session, ...change };
    if (write) void this.save();
  }
}
