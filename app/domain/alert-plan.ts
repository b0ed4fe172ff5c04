/** How an incoming call is announced: decided once by `decideAlert`, obeyed by every surface. */
export interface AlertPlan {
  /** The native notification; null for none. */
  readonly notification: {
    readonly urgency: 'low' | 'normal' | 'critical';
    /** Null: stays until it is answered, declined or over. */
    readonly timeoutMs: number | null;
  } | null;
  /** The tone, and whether it goes on until the call is taken; null for silence. */
  readonly ring: {
    readonly tone: 'soft' | 'normal' | 'urgent' | 'emergency';
    readonly repeat: boolean;
  } | null;
  /** Parley's own always-on-top ring window. */
  readonly ringWindow: boolean;
  /** Bring the ring window to the front with the keyboard focus. */
  readonly takeFocus: boolean;
  /** Ask the task bar or dock for attention. */
  readonly flash: boolean;
  readonly tray: 'ringing' | 'ringingUrgent' | 'quiet';
}
