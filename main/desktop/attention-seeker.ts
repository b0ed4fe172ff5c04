import type { App } from 'electron';
import type { AppState } from '../../app/domain/app-state.ts';
import { currentAlerts, sameAlerts } from '../../app/domain/current-alerts.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** Something in the task bar that can flash. */
export interface Flashing {
  flash(on: boolean): void;
}

/** Flashes the task bar entry, and lets the dock icon of macOS bounce, while a plan asks for it. */
export class AttentionSeeker implements Subscriber {
  readonly #source: StateSource;
  readonly #window: Flashing;
  readonly #dock: App['dock'];
  #before: AppState | null = null;
  #isFlashing = false;
  #bounce: number | null = null;
  #unsubscribe: Unsubscribe | null = null;

  /** @param dock undefined on every system but macOS */
  constructor(source: StateSource, window: Flashing, dock: App['dock']) {
    this.#source = source;
    this.#window = window;
    this.#dock = dock;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => this.#apply(state));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#set(false, false);
  }

  #apply(state: AppState): void {
    if (sameAlerts(this.#before, state)) return;
    this.#before = state;
    const asking = currentAlerts(state).filter(({ plan }) => plan.flash);
    const isCritical = asking.some(({ plan }) => plan.notification?.urgency === 'critical');
    this.#set(asking.length > 0, isCritical);
  }

  #set(on: boolean, isCritical: boolean): void {
    if (on === this.#isFlashing) return;
    this.#isFlashing = on;
    this.#window.flash(on);
    if (on) this.#bounce = this.#dock?.bounce(isCritical ? 'critical' : 'informational') ?? null;
    else if (this.#bounce !== null) this.#dock?.cancelBounce(this.#bounce);
  }
}
