import type { CancelTimer } from './timers.ts';

export interface PresenceSubscription {
  readonly id: string;
  /** The group whose members it follows. */
  readonly groupId: string | undefined;
  readonly keys: Set<string>;
  /** When it ends by itself, on the timers' clock. */
  endsMs: number;
  cancelTimers: CancelTimer[];
}

/** Whether an application hears of changes to contacts and groups. */
export interface ContactsSubscription {
  state: 'Connected' | 'Disconnected';
  endsMs: number;
  cancelTimers: CancelTimer[];
}
