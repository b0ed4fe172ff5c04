import type { SecretStore } from '../../app/ports/secret-store.ts';
import { MemorySecretStore } from './memory-secret-store.ts';

/**
 * The user's keychain, left alone while the demo runs: the demo's session goes to memory, and the
 * user's own stays as it was.
 */
export class DivertibleSecretStore implements SecretStore {
  readonly #keychain: SecretStore;
  #current: SecretStore;

  constructor(keychain: SecretStore) {
    this.#keychain = keychain;
    this.#current = keychain;
  }

  divert(): void {
    this.#current = new MemorySecretStore();
  }

  restore(): void {
    this.#current = this.#keychain;
  }

  get(account: string): Promise<string | null> {
    return this.#current.get(account);
  }

  set(account: string, secret: string): Promise<void> {
    return this.#current.set(account, secret);
  }

  delete(account: string): Promise<void> {
    return this.#current.delete(account);
  }
}
