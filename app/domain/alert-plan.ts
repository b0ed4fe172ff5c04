export const ringTones = ['soft', 'normal', 'urgent', 'emergency'] as const;

/** From the gentlest to the most insistent. */
export type RingTone = (typeof ringTones)[number];

/** How something is announced: decided once by `decideAlert`, obeyed by every surface. */
export interface AlertPlan {
  /** The native notification; null for none. */
  readonly notification: {
    readonly urgency: 'low' | 'normal' | 'critical';
    /** Null: stays until it is answered, declined or over. */
    readonly timeoutMs: number | null;
    /** Others may be looking at the screen: who it is is said, what it is about is not. */
    readonly hidesText: boolean;
  } | null;
  /** The tone (`alarm`: louder than all, when nobody reacted), and whether it goes on until the alert ends; null for silence. */
  readonly ring: { readonly tone: RingTone | 'alarm'; readonly repeat: boolean } | null;
  /** Parley's own always-on-top ring window; null for none. */
  readonly ringWindow: {
    readonly size: 'small' | 'large';
    /** The screen that the pointer is on, or each one. */
    readonly screens: 'active' | 'every';
  } | null;
  /** Give the ring window the keyboard, unless the user is typing. */
  readonly takeFocus: boolean;
  /** Ask the task bar or dock for attention. */
  readonly flash: boolean;
  readonly tray: 'ringing' | 'ringingUrgent' | 'quiet';
  /** It goes on, louder, until somebody says that they saw it. */
  readonly acknowledge: boolean;
}
