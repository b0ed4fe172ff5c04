import type { Observable } from '../../app/util/emitter.ts';

/** A notification of the desktop. All texts are plain: nothing in them is markup. */
export interface DesktopNotification {
  /** Ours: shown twice under the same key it replaces itself. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly urgency: 'low' | 'normal' | 'critical';
  /** Null: stays until closed. */
  readonly timeoutMs: number | null;
  /** In order of importance; desktops show two or three. */
  readonly actions: readonly { readonly id: NotificationAction; readonly label: string }[];
  /**
   * The user can write back in the notification itself where the desktop has room for that; elsewhere
   * it is a button like the others, and what is written comes as null. Without it: no reply.
   */
  readonly reply?: { readonly label: string; readonly placeholder: string } | undefined;
  /** A category of the Desktop Notifications Specification, such as `call.incoming`. */
  readonly category: string | null;
}

export type NotificationAction =
  | 'answer'
  | 'answer-audio'
  | 'answer-video'
  | 'answer-phone'
  | 'decline'
  | 'acknowledge'
  | 'open';

/** The user pressed a button, or the notification itself ('open'), or wrote something. */
export type NotificationActivity =
  | { readonly key: string; readonly action: NotificationAction }
  /** `text` is null where the desktop has no room to write in. */
  | { readonly key: string; readonly action: 'reply'; readonly text: string | null };

/** The desktop's notification service. Nothing here waits: a failure is logged. */
export interface Notifier {
  readonly activity: Observable<NotificationActivity>;
  start(): void;
  show(notification: DesktopNotification): void;
  /** Harmless when it is not shown. */
  close(key: string): void;
  stop(): void;
}
