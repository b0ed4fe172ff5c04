import type { AlertPlan } from '../../app/domain/alert-plan.ts';
import type { AppState } from '../../app/domain/app-state.ts';
import { type CurrentAlert, currentAlerts, sameAlerts } from '../../app/domain/current-alerts.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

export type RingWindowPlan = NonNullable<AlertPlan['ringWindow']>;

/** The part of the ring window that is controlled. */
export interface ControlledWindow {
  readonly isVisible: boolean;
  show(plan: RingWindowPlan, takeFocus: boolean): void;
  hide(): void;
  /** Hides it for good. */
  retire(): void;
}

/** Whoever pressed a key or moved the mouse so lately may be typing. */
const typingMs = 3_000;

/**
 * Shows the ring window in the turn in which something alerts by it, hides it as soon as nothing does.
 * It takes the keyboard from nobody who is using it.
 */
export class RingWindowController implements Subscriber {
  readonly #source: StateSource;
  readonly #window: ControlledWindow;
  readonly #idleMs: () => number;
  readonly #trace: Trace;
  /** Those it was shown for, as they were then. */
  #announced = new Map<string, RingWindowPlan>();
  #before: AppState | null = null;
  #unsubscribe: Unsubscribe | null = null;

  /** @param idleMs for how long nobody has touched keyboard or mouse, in any program */
  constructor(source: StateSource, window: ControlledWindow, idleMs: () => number, trace: Trace) {
    this.#source = source;
    this.#window = window;
    this.#idleMs = idleMs;
    this.#trace = trace;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => this.#apply(state));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#window.retire();
  }

  #apply(state: AppState): void {
    if (sameAlerts(this.#before, state)) return;
    this.#before = state;
    const alerts = currentAlerts(state).filter(({ plan }) => plan.ringWindow !== null);
    const fresh = alerts.filter(({ id, plan }) => isNew(this.#announced.get(id), plan.ringWindow));
    this.#announced = new Map(
      alerts.flatMap(({ id, plan }) => (plan.ringWindow === null ? [] : [[id, plan.ringWindow]])),
    );
    if (fresh.length > 0) this.#show(alerts, fresh);
    else if (alerts.length === 0 && this.#window.isVisible) this.#window.hide();
  }

  #show(alerts: readonly CurrentAlert[], fresh: readonly CurrentAlert[]): void {
    const plans = alerts.flatMap(({ plan }) => plan.ringWindow ?? []);
    const plan: RingWindowPlan = {
      size: plans.some(({ size }) => size === 'large') ? 'large' : 'small',
      screens: plans.some(({ screens }) => screens === 'every') ? 'every' : 'active',
    };
    const wantsFocus = fresh.some((alert) => alert.plan.takeFocus);
    this.#window.show(plan, wantsFocus && this.#idleMs() >= typingMs);
    for (const { subject } of fresh) {
      if (subject.type === 'call') this.#trace.mark('ring-window-shown', subject.call.id);
    }
  }
}

const isNew = (before: RingWindowPlan | undefined, now: RingWindowPlan | null): boolean =>
  before === undefined || before.size !== now?.size || before.screens !== now.screens;
