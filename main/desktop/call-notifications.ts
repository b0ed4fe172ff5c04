import type { AppState } from '../../app/domain/app-state.ts';
import { isMissedCall } from '../../app/domain/away.ts';
import type { Recent } from '../../app/domain/history.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import {
  incomingCallKey,
  incomingCallNotification,
  missedCallNotification,
} from './call-notification.ts';
import type { NotificationActivity, Notifier } from './desktop-notification.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** Opens the window in which the user can do more about a call. */
export interface CallWindows {
  /** The ring window while something rings, else the main window. */
  present(): void;
}

/**
 * The native notification of each ringing call, and of each missed one. It is sent in the turn in
 * which the state changed: nothing is read, asked or waited for in between.
 */
export class CallNotifications implements Subscriber {
  readonly #source: StateSource;
  readonly #notifier: Notifier;
  readonly #actions: CallActions;
  readonly #windows: CallWindows;
  readonly #translator: Translator;
  readonly #locale: string;
  readonly #trace: Trace;
  readonly #shown = new Set<string>();
  #calls: AppState['calls'] | null = null;
  #recents: readonly Recent[] | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(collaborators: {
    readonly source: StateSource;
    readonly notifier: Notifier;
    readonly actions: CallActions;
    readonly windows: CallWindows;
    readonly translator: Translator;
    /** BCP 47 tag for times of day. */
    readonly locale: string;
    readonly trace: Trace;
  }) {
    this.#source = collaborators.source;
    this.#notifier = collaborators.notifier;
    this.#actions = collaborators.actions;
    this.#windows = collaborators.windows;
    this.#translator = collaborators.translator;
    this.#locale = collaborators.locale;
    this.#trace = collaborators.trace;
  }

  start(): void {
    this.#unsubscribes = [
      this.#notifier.activity.subscribe((activity) => this.#onActivity(activity)),
      follow(this.#source, (state) => {
        this.#showRinging(state);
        this.#showMissed(state.recents);
      }),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    for (const callId of this.#shown) this.#notifier.close(incomingCallKey(callId));
    this.#shown.clear();
  }

  #showRinging({ calls }: AppState): void {
    if (calls === this.#calls) return;
    this.#calls = calls;
    for (const call of Object.values(calls)) {
      const plan = call.phase === 'ringing' ? call.alert?.notification : null;
      if (plan == null || this.#shown.has(call.id)) continue;
      this.#shown.add(call.id);
      this.#notifier.show(incomingCallNotification(call, plan, this.#translator));
      this.#trace.mark('notification-sent', call.id);
    }
    for (const callId of this.#shown) {
      if (calls[callId]?.phase === 'ringing') continue;
      this.#shown.delete(callId);
      this.#notifier.close(incomingCallKey(callId));
    }
  }

  #showMissed(recents: readonly Recent[]): void {
    const before = this.#recents;
    if (before === recents) return;
    this.#recents = recents;
    if (before === null) return;
    const known = new Set(before.map(({ id }) => id));
    for (const call of recents.filter(isMissedCall)) {
      if (known.has(call.id)) continue;
      this.#notifier.show(missedCallNotification(call, this.#translator, this.#locale));
    }
  }

  #onActivity({ key, action }: NotificationActivity): void {
    const callId = [...this.#shown].find((id) => incomingCallKey(id) === key);
    if (action === 'open') {
      this.#windows.present();
      return;
    }
    const call = callId === undefined ? undefined : this.#source.state.calls[callId];
    if (callId === undefined || call === undefined) return;
    switch (action) {
      case 'answer':
        this.#actions.answer(callId, call.modality, 'notification');
        break;
      case 'answer-audio':
        this.#actions.answer(callId, 'audio', 'notification');
        break;
      case 'decline':
        this.#actions.decline(callId, 'notification');
        break;
    }
  }
}
