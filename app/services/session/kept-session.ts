import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import { type SecretStore, SecretStoreUnavailable } from '../../ports/secret-store.ts';
import { type StoredSession, storedSessionSchema } from './stored-session.ts';

const sessionAccount = 'session';
const endpointAccount = 'endpoint-id';

/** Keeps the session in the keychain and nowhere else. */
export class KeptSession {
  readonly #secrets: SecretStore;
  readonly #random: Random;
  readonly #logger: Logger;
  /** Writes follow each other: a late ticket must not overtake the deletion of a sign-out. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(secrets: SecretStore, random: Random, logger: Logger) {
    this.#secrets = secrets;
    this.#random = random;
    this.#logger = logger;
  }

  /** The session of an earlier run; null when there is none, none readable, or no keychain. */
  async load(): Promise<StoredSession | null> {
    const secret = await this.#attempt('read', () => this.#secrets.get(sessionAccount));
    if (typeof secret !== 'string') return null;
    const parsed = storedSessionSchema.safeParse(parseJson(secret));
    if (!parsed.success) this.#logger.warn('The session in the keychain cannot be read');
    return parsed.success ? parsed.data : null;
  }

  /** Whether the keychain took it. */
  async save(session: StoredSession): Promise<boolean> {
    const saved = await this.#inOrder(() =>
      this.#secrets.set(sessionAccount, JSON.stringify(session)),
    );
    return saved !== unavailable;
  }

  async delete(): Promise<void> {
    await this.#inOrder(() => this.#secrets.delete(sessionAccount));
  }

  /** The same for the life of this installation; without a keychain, of this run. */
  async endpointId(): Promise<string> {
    const kept = await this.#attempt('read', () => this.#secrets.get(endpointAccount));
    if (typeof kept === 'string' && kept !== '') return kept;
    const fresh = this.#random.uuid();
    await this.#inOrder(() => this.#secrets.set(endpointAccount, fresh));
    return fresh;
  }

  #inOrder<T>(write: () => Promise<T>): Promise<T | typeof unavailable> {
    const done = this.#writing.then(() => this.#attempt('write', write));
    this.#writing = done;
    return done;
  }

  async #attempt<T>(
    what: 'read' | 'write',
    use: () => Promise<T>,
  ): Promise<T | typeof unavailable> {
    try {
      return await use();
    } catch (error) {
      if (error instanceof SecretStoreUnavailable) {
        this.#logger.warn('No usable keychain', { what });
      } else {
        this.#logger.error('The keychain failed', { what, error });
      }
      return unavailable;
    }
  }
}

const unavailable = Symbol('keychain unavailable');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
