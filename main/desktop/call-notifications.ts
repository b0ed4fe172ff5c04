import type { AppState } from '../../app/domain/app-state.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import { incomingCallKey, incomingCallNotification } from './call-notification.ts';
import type { NotificationActivity, Notifier } from './desktop-notification.ts';
import type { Privacy } from './privacy.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** Opens the window in which the user can do more about a call. */
export interface CallWindows {
  /** The ring window while something rings, else the main window. */
  present(): void;
  /** The replies to a call that rings, in the ring window. */
  askReply(callId: string): void;
}

/**
 * The native notification of each ringing call. It is sent in the turn in which the state changed:
 * nothing is read, asked or waited for in between.
 */
export class CallNotifications implements Subscriber {
  readonly #source: StateSource;
  readonly #notifier: Notifier;
  readonly #actions: CallActions;
  readonly #windows: CallWindows;
  readonly #privacy: Privacy;
  readonly #translator: Translator;
  readonly #trace: Trace;
  readonly #shown = new Set<string>();
  #calls: AppState['calls'] | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(collaborators: {
    readonly source: StateSource;
    readonly notifier: Notifier;
    readonly actions: CallActions;
    readonly windows: CallWindows;
    readonly privacy: Privacy;
    readonly translator: Translator;
    readonly trace: Trace;
  }) {
    this.#source = collaborators.source;
    this.#notifier = collaborators.notifier;
    this.#actions = collaborators.actions;
    this.#windows = collaborators.windows;
    this.#privacy = collaborators.privacy;
    this.#translator = collaborators.translator;
    this.#trace = collaborators.trace;
  }

  start(): void {
    this.#unsubscribes = [
      this.#notifier.activity.subscribe((activity) => this.#onActivity(activity)),
      follow(this.#source, (state) => this.#showRinging(state)),
      this.#privacy.changes.subscribe(() => this.#showAgain()),
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
    for (const callId of Object.keys(calls)) {
      if (this.#shown.has(callId) || !this.#show(callId)) continue;
      this.#shown.add(callId);
      this.#trace.mark('notification-sent', callId);
    }
    for (const callId of this.#shown) {
      if (calls[callId]?.phase === 'ringing') continue;
      this.#shown.delete(callId);
      this.#notifier.close(incomingCallKey(callId));
    }
  }

  /** Whether there is something to show. */
  #show(callId: string): boolean {
    const call = this.#source.state.calls[callId];
    const plan = call?.phase === 'ringing' ? call.alert?.notification : null;
    if (call === undefined || plan == null) return false;
    const hidesText = this.#privacy.hidesText();
    this.#notifier.show(incomingCallNotification(call, plan, hidesText, this.#translator));
    return true;
  }

  /** The screen was locked or unlocked. */
  #showAgain(): void {
    for (const callId of this.#shown) this.#show(callId);
  }

  #onActivity(activity: NotificationActivity): void {
    const { key, action } = activity;
    const callId = [...this.#shown].find((id) => incomingCallKey(id) === key);
    const call = callId === undefined ? undefined : this.#source.state.calls[callId];
    if (callId === undefined || call === undefined) return;
    switch (action) {
      case 'open':
        this.#windows.present();
        break;
      case 'answer':
        this.#actions.answer(callId, call.modality, 'notification');
        break;
      case 'answer-audio':
        this.#actions.answer(callId, 'audio', 'notification');
        break;
      case 'answer-phone':
        this.#actions.answerOnPhone(callId, 'notification');
        break;
      case 'decline':
        this.#actions.decline(callId, 'notification');
        break;
      case 'reply':
        if (activity.text === null) this.#windows.askReply(callId);
        else this.#actions.declineWithMessage(callId, activity.text, 'notification');
        break;
    }
  }
}
