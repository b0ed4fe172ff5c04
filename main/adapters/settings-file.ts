import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from '../../app/ports/logger.ts';
import type { SettingsStore } from '../../app/ports/settings-store.ts';

/**
 * Settings as one JSON file. A save writes a file beside it and renames that over the old one, so
 * that a crash leaves either the old or the new settings, never half of them. Saves run one after
 * the other; of several waiting ones only the last is written.
 */
export class SettingsFile implements SettingsStore {
  readonly #path: string;
  readonly #logger: Logger;
  #running: Promise<void> = Promise.resolve();
  #next: { text: string; done: Promise<void> } | null = null;

  /** @param path of the JSON file; its folder is made when missing */
  constructor(path: string, logger: Logger) {
    this.#path = path;
    this.#logger = logger.scoped('settings');
  }

  async load(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#path, 'utf8'));
    } catch (error) {
      if (!isMissingFile(error)) this.#logger.warn('Settings cannot be read', { error });
      return null;
    }
  }

  save(settings: object): Promise<void> {
    const text = `${JSON.stringify(settings, null, 2)}\n`;
    if (this.#next !== null) {
      this.#next.text = text;
      return this.#next.done;
    }
    const waiting = { text, done: Promise.resolve() };
    waiting.done = this.#running.then(() => {
      this.#next = null;
      return this.#write(waiting.text);
    });
    this.#next = waiting;
    // A failed save is its caller's to handle; the next one must run all the same.
    this.#running = waiting.done.catch(() => undefined);
    return waiting.done;
  }

  async #write(text: string): Promise<void> {
    const temporary = `${this.#path}.${process.pid}.tmp`;
    await mkdir(dirname(this.#path), { recursive: true });
    try {
      await writeFile(temporary, text, { encoding: 'utf8', mode: 0o600 });
      await rename(temporary, this.#path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}

const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
