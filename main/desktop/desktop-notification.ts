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
  /** A category of the Desktop Notifications Specification, such as `call.incoming`. */
  readonly category: string | null;
}

export type NotificationAction = 'answer' | 'answer-audio' | 'decline' | 'open';

/** The user pressed a button, or the notification itself ('open'). */
export interface NotificationActivity {
  readonly key: string;
  readonly action: NotificationAction;
}

/** The desktop's notification service. Nothing here waits: a failure is logged. */
export interface Notifier {
  readonly activity: Observable<NotificationActivity>;
  start(): void;
  show(notification: DesktopNotification): void;
  /** Harmless when it is not shown. */
  close(key: string): void;
  stop(): void;
}
