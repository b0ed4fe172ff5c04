import type { Logger } from '../../../app/ports/logger.ts';
import { Emitter, type Unsubscribe } from '../../../app/util/emitter.ts';
import type {
  DesktopNotification,
  NotificationAction,
  NotificationActivity,
  Notifier,
} from '../../desktop/desktop-notification.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import { notifyArguments, notifySignature } from './notify-arguments.ts';

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

/** A notification that is wanted. */
interface Shown {
  readonly notification: DesktopNotification;
  /** Null until the service gave it one. */
  id: number | null;
  /** The service was asked, and has not answered yet. */
  isAsked: boolean;
}

type Bus = Pick<SessionBus, 'call' | 'onSignal' | 'onOwnerChanged'>;

/**
 * The notification service of a Linux desktop (Desktop Notifications Specification 1.2) over one
 * kept connection. What the service can do is asked ahead, so that `show` is a single message. A
 * service that starts anew is given again what is still wanted.
 */
export class DbusNotifier implements Notifier {
  readonly activity: Emitter<NotificationActivity>;
  readonly #bus: Bus;
  readonly #icon: string;
  readonly #logger: Logger;
  readonly #shown = new Map<string, Shown>();
  #capabilities: ReadonlySet<string> = new Set(['actions', 'body-markup']);
  #unsubscribes: Unsubscribe[] = [];

  /** @param icon path of the image beside the text */
  constructor(bus: Bus, icon: string, logger: Logger) {
    this.#bus = bus;
    this.#icon = icon;
    this.#logger = logger.scoped('notifications');
    this.activity = new Emitter((error) => {
      this.#logger.error('A listener failed', { error });
    });
  }

  start(): void {
    const signal = (member: string) => ({
      interface: service.interface,
      member,
      sender: service.destination,
    });
    this.#unsubscribes = [
      this.#bus.onSignal(signal('ActionInvoked'), ([id, action]) => this.#onAction(id, action)),
      this.#bus.onSignal(signal('NotificationReplied'), ([id, text]) => this.#onReply(id, text)),
      this.#bus.onSignal(signal('NotificationClosed'), ([id, reason]) =>
        this.#onClosed(id, reason),
      ),
      this.#bus.onOwnerChanged(service.destination, (hasOwner) => this.#onOwnerChanged(hasOwner)),
    ];
    this.#readCapabilities();
  }

  show(notification: DesktopNotification): void {
    const replaces = this.#shown.get(notification.key)?.id ?? 0;
    const shown: Shown = { notification, id: null, isAsked: false };
    this.#shown.set(notification.key, shown);
    this.#send(shown, replaces);
  }

  close(key: string): void {
    const shown = this.#shown.get(key);
    this.#shown.delete(key);
    if (shown?.id != null) this.#closeById(shown.id);
  }

  stop(): void {
    for (const key of [...this.#shown.keys()]) this.close(key);
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
  }

  #send(shown: Shown, replaces: number): void {
    const { notification } = shown;
    shown.isAsked = true;
    const body = notifyArguments(notification, replaces, this.#capabilities, this.#icon);
    this.#bus.call({ ...service, member: 'Notify', signature: notifySignature, body }).then(
      ([id]) => {
        shown.isAsked = false;
        if (typeof id !== 'number') return;
        // It was closed, or shown anew, before the service answered.
        if (this.#shown.get(notification.key) !== shown) {
          if (this.#shown.get(notification.key)?.id !== id) this.#closeById(id);
          return;
        }
        shown.id = id;
      },
      (error: unknown) => {
        shown.isAsked = false;
        this.#logger.warn('A notification could not be shown', { error });
      },
    );
  }

  #closeById(id: number): void {
    this.#bus
      .call({ ...service, member: 'CloseNotification', signature: 'u', body: [id] })
      .catch((error: unknown) => {
        // Services answer with an error when the user closed it first.
        this.#logger.debug('A notification could not be closed', { error });
      });
  }

  #onAction(id: unknown, action: unknown): void {
    const key = this.#keyOf(id);
    const known = actionOf(action);
    this.#logger.info('A notification was pressed', { id, action, isOurs: key !== null });
    if (key === null) return;
    if (known !== null) this.activity.emit({ key, action: known });
    else if (action === 'reply') this.activity.emit({ key, action, text: null });
  }

  #onReply(id: unknown, text: unknown): void {
    const key = this.#keyOf(id);
    if (key === null || typeof text !== 'string' || text.trim() === '') return;
    this.activity.emit({ key, action: 'reply', text: text.trim() });
  }

  #onClosed(id: unknown, reason: unknown): void {
    const key = this.#keyOf(id);
    if (key !== null) this.#logger.info('A notification is gone', { id, reason });
    if (key !== null) this.#shown.delete(key);
  }

  #keyOf(id: unknown): string | null {
    for (const [key, shown] of this.#shown) {
      if (shown.id !== null && shown.id === id) return key;
    }
    return null;
  }

  #onOwnerChanged(hasOwner: boolean): void {
    for (const shown of this.#shown.values()) shown.id = null;
    if (!hasOwner) return;
    this.#readCapabilities();
    // A service that the bus starts on demand still gets what it was started for.
    for (const shown of this.#shown.values()) if (!shown.isAsked) this.#send(shown, 0);
  }

  #readCapabilities(): void {
    this.#bus.call({ ...service, member: 'GetCapabilities' }).then(
      ([names]) => {
        if (Array.isArray(names)) this.#capabilities = new Set(names.map(String));
        this.#logger.info('The notification service answers', { capabilities: names });
      },
      (error: unknown) => this.#logger.warn('There is no notification service', { error }),
    );
  }
}

function actionOf(name: unknown): NotificationAction | null {
  switch (name) {
    case 'answer':
    case 'answer-audio':
    case 'answer-video':
    case 'answer-phone':
    case 'acknowledge':
    case 'decline':
      return name;
    case 'default':
      return 'open';
    default:
      return null;
  }
}
