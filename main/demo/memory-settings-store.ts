import type { SettingsStore } from '../../app/ports/settings-store.ts';

/** Settings of the demo's colleagues: the defaults, kept nowhere. */
export const memorySettingsStore: SettingsStore = {
  load: async () => null,
  save: async () => undefined,
};
