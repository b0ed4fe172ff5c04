import type { SettingsStore } from '../../app/ports/settings-store.ts';

/** A settings file in memory; it can be made unwritable. */
export class MemorySettings implements SettingsStore {
  stored: unknown;
  isWritable = true;

  constructor(stored: unknown = null) {
    this.stored = stored;
  }

  async load(): Promise<unknown> {
    return this.stored;
  }

  async save(settings: object): Promise<void> {
    if (!this.isWritable) throw new Error('The disk is full');
    this.stored = settings;
  }
}
