/**
 * The operating system's keychain. Never falls back to a file.
 * Every method rejects with `SecretStoreUnavailable` when there is no usable keychain.
 */
export interface SecretStore {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
}

export class SecretStoreUnavailable extends Error {
  override readonly name = 'SecretStoreUnavailable';
}
