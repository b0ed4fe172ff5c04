import type { AlertTrial } from '../../app/domain/alert-trial.ts';
import type { AppState } from '../../app/domain/app-state.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import type { Notifier } from './desktop-notification.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

const key = 'trial';

/** The native notification of a cell of the alert matrix that the user tries. */
export class TrialNotification implements Subscriber {
  readonly #source: StateSource;
  readonly #notifier: Notifier;
  readonly #actions: CallActions;
  readonly #translator: Translator;
  #trial: AlertTrial | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(
    source: StateSource,
    notifier: Notifier,
    actions: CallActions,
    translator: Translator,
  ) {
    this.#source = source;
    this.#notifier = notifier;
    this.#actions = actions;
    this.#translator = translator;
  }

  start(): void {
    this.#unsubscribes = [
      follow(this.#source, (state) => this.#apply(state)),
      this.#notifier.activity.subscribe((activity) => {
        if (activity.key === key) this.#actions.endTrial('notification');
      }),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    this.#notifier.close(key);
  }

  #apply({ trial }: AppState): void {
    if (trial === this.#trial) return;
    this.#trial = trial;
    const plan = trial?.plan.notification ?? null;
    if (trial === null || plan === null) {
      this.#notifier.close(key);
      return;
    }
    const { translate } = this.#translator;
    const { kind, importance } = trial;
    const what = translate(`alert.kind.${kind}`);
    this.#notifier.show({
      key,
      title: translate('alert.trial.title', {
        what,
        importance: translate(`importance.${importance}`),
      }),
      body: translate('alert.trial.body'),
      urgency: plan.urgency,
      timeoutMs: plan.timeoutMs,
      actions: [{ id: 'acknowledge', label: translate('notification.acknowledge') }],
      category: null,
    });
  }
}
