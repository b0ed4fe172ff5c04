import { type SecretStore, SecretStoreUnavailable } from '../../app/ports/secret-store.ts';

/** A keychain that lives as long as the test; it can be made unusable. */
export class MemorySecrets implements SecretStore {
  readonly entries = new Map<string, string>();
  isUsable = true;
  /** Reading and deleting wait for it, as for a user who is asked for the keychain's password. */
  unlocked: Promise<void> = Promise.resolve();

  async get(account: string): Promise<string | null> {
    this.#check();
    await this.unlocked;
    return this.entries.get(account) ?? null;
  }

  async set(account: string, secret: string): Promise<void> {
    this.#check();
    this.entries.set(account, secret);
  }

  async delete(account: string): Promise<void> {
    this.#check();
    await this.unlocked;
    this.entries.delete(account);
  }

  #check(): void {
    if (!this.isUsable) throw new SecretStoreUnavailable('There is no keychain');
  }
}
