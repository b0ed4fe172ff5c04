import { Emitter } from '../../../../app/util/emitter.ts';
import type {
  DesktopNotification,
  NotificationActivity,
  Notifier,
} from '../../../../main/desktop/desktop-notification.ts';

/** A desktop that remembers what it was shown. */
export class RecordingNotifier implements Notifier {
  readonly activity = new Emitter<NotificationActivity>((error) => {
    throw error;
  });
  readonly visible = new Map<string, DesktopNotification>();
  start(): void {}
  stop(): void {}

  show(notification: DesktopNotification): void {
    this.visible.set(notification.key, notification);
  }

  close(key: string): void {
    this.visible.delete(key);
  }
}
