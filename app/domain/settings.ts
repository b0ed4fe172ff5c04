import { type AlertSettings, defaultAlertSettings } from './alert-settings.ts';
import { defaultShortcuts, type ShortcutKeys } from './shortcuts.ts';
import type { SignInMethodName } from './sign-in-choice.ts';

export type ColorScheme = 'system' | 'light' | 'dark';

/** A headset with buttons, as USB names it. */
export interface HeadsetDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly name: string;
}

export interface Settings {
  readonly colorScheme: ColorScheme;
  /** `deviceId` of the Media Capture API; null is the system's default. */
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
  /** Ring tones on. Emergency rings in any case. */
  readonly ringTone: boolean;
  /** Let Normal calls ring while the user is in a call; else they are only shown. */
  readonly ringDuringCalls: boolean;
  /** Notifications of messages show what they say. */
  readonly showMessageText: boolean;
  readonly alerts: AlertSettings;
  /** Which of the user's own phones calls go to; null is the first. */
  readonly phoneNumber: string | null;
  /** ISO 3166-1 alpha-2 country in which national phone numbers are read. */
  readonly region: string;
  /** The headset whose buttons are read. */
  readonly headset: HeadsetDevice | null;
  /** Play and stop of the keyboard, and of many headsets, answer, mute and hang up. */
  readonly mediaKeys: boolean;
  /** Keys that work in every program. */
  readonly shortcuts: ShortcutKeys;
  /** The user was told that closing the window leaves Parley in the tray. */
  readonly trayHintShown: boolean;
  /** Last address that signed in, put into the sign-in page. Not a secret. */
  readonly lastAddress: string | null;
  readonly lastDiscoveryUrl: string | null;
  readonly lastMethod: SignInMethodName;
  /** Where it differs from the address. */
  readonly lastUserName: string | null;
  /** Registration with the hosted service. Not a secret. */
  readonly lastClientId: string | null;
}

export const defaultSettings: Settings = {
  colorScheme: 'system',
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  ringTone: true,
  ringDuringCalls: true,
  showMessageText: true,
  alerts: defaultAlertSettings,
  phoneNumber: null,
  region: 'US',
  headset: null,
  mediaKeys: true,
  shortcuts: defaultShortcuts,
  trayHintShown: false,
  lastAddress: null,
  lastDiscoveryUrl: null,
  lastMethod: 'password',
  lastUserName: null,
  lastClientId: null,
};
