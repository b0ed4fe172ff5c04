import { castDraft } from 'immer';
import { z } from 'zod';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { signInMethods } from '../domain/sign-in-choice.ts';
import { alertSettingsSchema } from '../ipc/alert-schemas.ts';
import type { Logger } from '../ports/logger.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { Notices } from './notices.ts';
import type { StateStore } from './state-store.ts';

const accelerator = z.string().min(1).max(64).nullable();
const deviceId = z.string().max(256).nullable();
const shortcutDefaults = defaultSettings.shortcuts;

/** A field that is missing or unreadable falls back to its default, without touching the others. */
const settingsSchema = z.object({
  colorScheme: z.enum(['system', 'light', 'dark']).catch(defaultSettings.colorScheme),
  microphoneId: deviceId.catch(defaultSettings.microphoneId),
  cameraId: deviceId.catch(defaultSettings.cameraId),
  speakerId: deviceId.catch(defaultSettings.speakerId),
  ringTone: z.boolean().catch(defaultSettings.ringTone),
  ringDuringCalls: z.boolean().catch(defaultSettings.ringDuringCalls),
  showMessageText: z.boolean().catch(defaultSettings.showMessageText),
  alerts: alertSettingsSchema.catch(defaultSettings.alerts),
  phoneNumber: z.string().max(100).nullable().catch(defaultSettings.phoneNumber),
  region: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(defaultSettings.region),
  headset: z
    .object({ vendorId: z.number(), productId: z.number(), name: z.string().max(256) })
    .nullable()
    .catch(defaultSettings.headset),
  mediaKeys: z.boolean().catch(defaultSettings.mediaKeys),
  shortcuts: z
    .object({
      dial: accelerator.catch(shortcutDefaults.dial),
      answer: accelerator.catch(shortcutDefaults.answer),
      decline: accelerator.catch(shortcutDefaults.decline),
      mute: accelerator.catch(shortcutDefaults.mute),
      hold: accelerator.catch(shortcutDefaults.hold),
      hangUp: accelerator.catch(shortcutDefaults.hangUp),
      raise: accelerator.catch(shortcutDefaults.raise),
    })
    .catch(shortcutDefaults),
  trayHintShown: z.boolean().catch(defaultSettings.trayHintShown),
  lastAddress: z.string().max(320).nullable().catch(defaultSettings.lastAddress),
  lastDiscoveryUrl: z.string().max(2048).nullable().catch(defaultSettings.lastDiscoveryUrl),
  lastMethod: z.enum(signInMethods).catch(defaultSettings.lastMethod),
  lastUserName: z.string().max(320).nullable().catch(defaultSettings.lastUserName),
  lastClientId: z.string().max(256).nullable().catch(defaultSettings.lastClientId),
}) satisfies z.ZodType<Settings>;

/** Reads what was stored; anything that is not an object gives the defaults. */
export function parseSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultSettings;
}

/** Settings without the fields whose value is `undefined`. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Loads, changes and saves the settings of the user. */
export class SettingsService {
  readonly #store: StateStore;
  readonly #settingsStore: SettingsStore;
  readonly #notices: Notices;
  readonly #logger: Logger;
  /** Saves follow each other, so that the last change wins on the disk too. */
  #saving: Promise<void> = Promise.resolve();

  constructor(store: StateStore, settingsStore: SettingsStore, notices: Notices, logger: Logger) {
    this.#store = store;
    this.#settingsStore = settingsStore;
    this.#notices = notices;
    this.#logger = logger;
  }

  async load(): Promise<void> {
    const settings = parseSettings(await this.#settingsStore.load());
    this.#store.update((draft) => {
      draft.settings = castDraft(settings);
    });
  }

  /** Applies at once; resolves when saved. Settings that cannot be saved hold until the end of the run. */
  async update(change: SettingsChange): Promise<void> {
    this.#store.update((draft) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      Object.assign(draft.settings, Object.fromEntries(given));
    });
    const settings = this.#store.state.settings;
    this.#saving = this.#saving.then(() => this.#save(settings));
    await this.#saving;
  }

  async #save(settings: Settings): Promise<void> {
    try {
      await this.#settingsStore.save(settings);
    } catch (error) {
      this.#logger.warn('Settings could not be saved', { error });
      this.#notices.show('warning', 'notice.settingsNotSaved');
    }
  }
}
