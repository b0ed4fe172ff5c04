import { Notification } from 'electron';
import type { Logger } from '../../../app/ports/logger.ts';
import { Emitter } from '../../../app/util/emitter.ts';
import type {
  DesktopNotification,
  NotificationActivity,
  Notifier,
} from '../../desktop/desktop-notification.ts';

/** Electron's own notifications, for Windows and macOS. Buttons appear where the system has them. */
export class ElectronNotifier implements Notifier {
  readonly activity: Emitter<NotificationActivity>;
  readonly #icon: string;
  readonly #writesInPlace: boolean;
  readonly #shown = new Map<string, Notification>();

  /** @param icon path of the image beside the text */
  constructor(icon: string, platform: 'win32' | 'darwin', logger: Logger) {
    this.#icon = icon;
    // Electron has it on macOS alone.
    this.#writesInPlace = platform === 'darwin';
    const scoped = logger.scoped('notifications');
    this.activity = new Emitter((error) => scoped.error('A listener failed', { error }));
  }

  start(): void {
    // Nothing to prepare: the system's service is always there.
  }

  show(notification: DesktopNotification): void {
    this.close(notification.key);
    const { key, reply } = notification;
    const buttons: { readonly label: string; readonly activity: NotificationActivity }[] = [];
    for (const { id, label } of notification.actions) {
      if (id !== 'open') buttons.push({ label, activity: { key, action: id } });
    }
    if (reply !== undefined && !this.#writesInPlace) {
      buttons.push({ label: reply.label, activity: { key, action: 'reply', text: null } });
    }
    const native = new Notification({
      title: notification.title,
      body: notification.body,
      icon: this.#icon,
      silent: true,
      urgency: notification.urgency,
      timeoutType: notification.timeoutMs === null ? 'never' : 'default',
      actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      ...(reply !== undefined && this.#writesInPlace
        ? { hasReply: true, replyPlaceholder: reply.placeholder }
        : {}),
    });
    native.on('reply', (_event, text) => {
      if (text.trim() !== '') this.activity.emit({ key, action: 'reply', text: text.trim() });
    });
    native.on('click', () => this.activity.emit({ key, action: 'open' }));
    native.on('action', (_event, index) => {
      const button = buttons[index];
      if (button !== undefined) this.activity.emit(button.activity);
    });
    native.on('close', () => {
      if (this.#shown.get(key) === native) this.#shown.delete(key);
    });
    this.#shown.set(key, native);
    native.show();
  }

  close(key: string): void {
    const native = this.#shown.get(key);
    this.#shown.delete(key);
    native?.close();
  }

  stop(): void {
    for (const key of [...this.#shown.keys()]) this.close(key);
  }
}
