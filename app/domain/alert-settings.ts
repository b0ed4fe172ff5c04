import type { AlertChange } from './alert-matrix.ts';
import type { PersonRef } from './person.ts';

/** What happens to an alert that nobody acknowledges. */
export interface EscalationSettings {
  /** After so long it rings again, louder; after as long again the person is told. Seconds. */
  readonly afterSeconds: number;
  /** Who is told then; null for nobody. */
  readonly person: PersonRef | null;
  readonly by: 'call' | 'message';
}

/** The user's own rules of how Parley alerts. */
export interface AlertSettings {
  /** Cells of the matrix that differ from the default, each at most once. */
  readonly changes: readonly AlertChange[];
  readonly escalation: EscalationSettings;
  /** Notifications say what they are about while the screen is locked, too. */
  readonly textOnLockedScreen: boolean;
}

export const escalationSeconds = { least: 5, most: 600 } as const;

export const defaultAlertSettings: AlertSettings = {
  changes: [],
  escalation: { afterSeconds: 20, person: null, by: 'call' },
  textOnLockedScreen: false,
};
