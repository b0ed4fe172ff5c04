import { createRequire } from 'node:module';
import type { Clock } from '../../app/ports/clock.ts';
import type { Logger } from '../../app/ports/logger.ts';
import { type SecretStore, SecretStoreUnavailable } from '../../app/ports/secret-store.ts';
import { withTimeLimit } from '../time-limit.ts';

/** The part of the `keytar` module that is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** A locked keychain asks the user for its password, so an access may take as long as a person. */
const accessLimitMs = 60_000;
const probeLimitMs = 5_000;

/**
 * The keychain of the operating system: Keychain on macOS, Credential Manager on Windows, the
 * Secret Service on Linux. The native module is loaded at the first access, because loading fails
 * where its libraries are absent (libsecret).
 */
export class KeytarSecretStore implements SecretStore {
  readonly #load: () => Promise<Keytar>;
  readonly #service: string;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #loaded: Promise<Keytar> | null = null;

  /**
   * @param load gives the native module, or rejects where it cannot run
   * @param service the name under which the keychain lists the entries; one per profile
   */
  constructor(load: () => Promise<Keytar>, service: string, clock: Clock, logger: Logger) {
    this.#load = load;
    this.#service = service;
    this.#clock = clock;
    this.#logger = logger.scoped('keychain');
  }

  /** Whether there is a keychain that answers in reasonable time. Never rejects. */
  async isAvailable(): Promise<boolean> {
    try {
      await this.#access(
        (keytar) => keytar.getPassword(this.#service, 'availability'),
        probeLimitMs,
      );
      return true;
    } catch {
      return false;
    }
  }

  get(account: string): Promise<string | null> {
    return this.#access((keytar) => keytar.getPassword(this.#service, account), accessLimitMs);
  }

  set(account: string, secret: string): Promise<void> {
    return this.#access(
      (keytar) => keytar.setPassword(this.#service, account, secret),
      accessLimitMs,
    );
  }

  async delete(account: string): Promise<void> {
    await this.#access((keytar) => keytar.deletePassword(this.#service, account), accessLimitMs);
  }

  async #access<T>(use: (keytar: Keytar) => Promise<T>, limitMs: number): Promise<T> {
    try {
      this.#loaded ??= this.#load();
      return await withTimeLimit(this.#loaded.then(use), limitMs, this.#clock);
    } catch (error) {
      this.#logger.warn('The keychain cannot be used', { error });
      throw new SecretStoreUnavailable('The keychain cannot be used', { cause: error });
    }
  }
}

/**
 * Loads the native module. With `require`, because the `import()` of an older Electron finds no
 * packages inside the archive of the packed program.
 */
export async function loadKeytar(): Promise<Keytar> {
  const keytar: Keytar = createRequire(import.meta.url)('keytar');
  return keytar;
}
