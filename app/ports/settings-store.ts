/** Where the user's settings are kept between runs. Holds no secret. */
export interface SettingsStore {
  /** What was saved last, unchecked; null when there is nothing or it cannot be read. */
  load(): Promise<unknown>;
  /** Rejects when the settings cannot be written. */
  save(settings: object): Promise<void>;
}
