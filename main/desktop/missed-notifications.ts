import { circumstancesOf } from '../../app/domain/alert-circumstances.ts';
import { decideAlert } from '../../app/domain/alerting.ts';
import type { AppState } from '../../app/domain/app-state.ts';
import type { AwayItem } from '../../app/domain/away.ts';
import { callAlertId, conversationAlertId } from '../../app/domain/current-alerts.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Attention } from '../../app/ports/attention.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import type {
  DesktopNotification,
  NotificationActivity,
  Notifier,
} from './desktop-notification.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

interface Collaborators {
  readonly source: StateSource;
  readonly notifier: Notifier;
  readonly actions: CallActions;
  readonly attention: Attention;
  readonly windows: {
    /** The list of what was missed. */
    showMissed(): void;
  };
  readonly translator: Translator;
  /** BCP 47 tag for times of day. */
  readonly locale: string;
}

const missedKey = (id: string): string => `missed:${id}`;

/** The native notification of each call and invitation that nobody took, until the user looks. */
export class MissedNotifications implements Subscriber {
  readonly #on: Collaborators;
  readonly #shown = new Set<string>();
  #missed: AppState['missed'] | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(collaborators: Collaborators) {
    this.#on = collaborators;
  }

  start(): void {
    const { notifier, source } = this.#on;
    this.#unsubscribes = [
      notifier.activity.subscribe((activity) => this.#onActivity(activity)),
      follow(source, (state) => this.#apply(state)),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    for (const id of this.#shown) this.#on.notifier.close(missedKey(id));
    this.#shown.clear();
  }

  #apply(state: AppState): void {
    const { missed } = state;
    const before = this.#missed;
    if (missed === before) return;
    this.#missed = missed;
    if (before === null) return;
    const known = new Set(before.map(({ id }) => id));
    for (const item of missed) if (!known.has(item.id)) this.#show(state, item);
    for (const id of this.#shown) {
      if (missed.some((item) => item.id === id)) continue;
      this.#shown.delete(id);
      this.#on.notifier.close(missedKey(id));
    }
  }

  #show(state: AppState, item: AwayItem): void {
    const { attention, locale, notifier, translator } = this.#on;
    const { importance } = item;
    const focused = attention.isFocused();
    const now = { kind: 'missed', importance, focused, nowMs: Date.now() } as const;
    const { acknowledge, notification } = decideAlert(circumstancesOf(state, now));
    if (notification === null) return;
    this.#shown.add(item.id);
    const plan = { ...notification, acknowledge };
    notifier.show(missedNotification(item, plan, translator, locale));
  }

  #onActivity({ key, action }: NotificationActivity): void {
    const id = [...this.#shown].find((each) => missedKey(each) === key);
    if (id === undefined) return;
    const { actions, source, windows } = this.#on;
    if (action === 'open') windows.showMissed();
    if (action !== 'acknowledge') return;
    const item = source.state.missed.find((each) => each.id === id);
    const isCall = item?.kind === 'call' || item?.kind === 'videoCall';
    actions.acknowledge(isCall ? callAlertId(id) : conversationAlertId(id), 'notification');
    this.#shown.delete(id);
    this.#on.notifier.close(key);
  }
}

/** What stays of something that nobody took. */
export function missedNotification(
  { id, kind, from, atMs, importance }: AwayItem,
  plan: Pick<DesktopNotification, 'urgency' | 'timeoutMs'> & { readonly acknowledge: boolean },
  { translate }: Translator,
  locale: string,
): DesktopNotification {
  const time = new Date(atMs).toLocaleTimeString(locale, { timeStyle: 'short' });
  const name = from.name || translate('notification.unknownCaller');
  const what = kind === 'meeting' || kind === 'message' ? kind : 'call';
  const lines = [
    translate(`notification.missed.body.${what}`, { name, time }),
    ...(importance === 'Normal' ? [] : [translate(`notification.importance.${importance}`)]),
  ];
  const seen = { id: 'acknowledge', label: translate('notification.acknowledge') } as const;
  return {
    key: missedKey(id),
    title: translate(`notification.missed.title.${what}`),
    body: lines.join('\n'),
    urgency: plan.urgency,
    timeoutMs: plan.timeoutMs,
    actions: [...(plan.acknowledge ? [seen] : []), { id: 'open', label: translate('tray.open') }],
    category: what === 'message' ? 'im.received' : 'call.unanswered',
  };
}
