import { randomBytes } from 'node:crypto';
import type { Account } from '../model/user-account.ts';

/**
 * Who signed in at the company's page: one-time proofs for the way back, the cookies that they are
 * good for, and the page's own cookies, by which it knows a user again.
 */
export class PassiveSessions {
  readonly #proofs = new Map<string, Account>();
  readonly #cookies = new Map<string, Account>();
  readonly #remembered = new Map<string, Account>();

  /** What the sign-in page sends back with the browser, good once. */
  prove(account: Account): string {
    const proof = randomBytes(24).toString('base64url');
    this.#proofs.set(proof, account);
    return proof;
  }

  /** The value of the cookie for a proof; undefined when the proof is none. */
  redeem(proof: string): string | undefined {
    const account = this.#proofs.get(proof);
    this.#proofs.delete(proof);
    if (account === undefined) return undefined;
    const cookie = randomBytes(32).toString('base64url');
    this.#cookies.set(cookie, account);
    return cookie;
  }

  /** The value of the page's own cookie. */
  remember(account: Account): string {
    const cookie = randomBytes(32).toString('base64url');
    this.#remembered.set(cookie, account);
    return cookie;
  }

  rememberedAt(cookie: string): Account | undefined {
    return this.#remembered.get(cookie);
  }

  accountOf(cookie: string): Account | undefined {
    return this.#cookies.get(cookie);
  }

  /** The cookies that are good for tickets are too old from now on; the page still knows its users. */
  expireCookies(): void {
    this.#cookies.clear();
  }

  /** Nobody is known any more. */
  forget(): void {
    this.expireCookies();
    this.#remembered.clear();
  }
}
