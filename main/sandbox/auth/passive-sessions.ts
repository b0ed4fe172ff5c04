import { randomBytes } from 'node:crypto';
import type { Account } from '../model/entities.ts';

/** Who signed in at the company's page: one-time proofs for the way back, and cookies. */
export class PassiveSessions {
  readonly #proofs = new Map<string, Account>();
  readonly #cookies = new Map<string, Account>();

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

  accountOf(cookie: string): Account | undefined {
    return this.#cookies.get(cookie);
  }

  /** Every cookie is too old from now on. */
  forget(): void {
    this.#cookies.clear();
  }
}
