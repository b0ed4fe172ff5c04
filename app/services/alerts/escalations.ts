import { castDraft } from 'immer';
import type { EscalationSettings } from '../../domain/alert-settings.ts';
import type { AppState } from '../../domain/app-state.ts';
import { currentAlerts, sameAlerts } from '../../domain/current-alerts.ts';
import { isSettled, unacknowledgedOf } from '../../domain/escalating.ts';
import type { PersonRef } from '../../domain/person.ts';
import { escalate, type Unacknowledged } from '../../domain/unacknowledged.ts';
import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import type { StateStore } from '../state-store.ts';

/** Calls or writes to somebody about an alert that nobody acknowledged. */
export type Tell = (
  item: Unacknowledged,
  person: PersonRef,
  by: EscalationSettings['by'],
) => Promise<void>;

/**
 * Sees to it that what must be acknowledged is: after a while it rings again, louder, and after as
 * long again the person whom the user chose is told. Follows the state, after everybody who shows it.
 */
export class Escalations {
  readonly #store: StateStore;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #tell: Tell;
  readonly #timers = new Map<string, CancelTimer>();
  readonly #unsubscribe: Unsubscribe;
  #before: AppState | null = null;
  #isDue = false;

  constructor(
    store: StateStore,
    { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
    tell: Tell,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#logger = logger.scoped('alerts');
    this.#tell = tell;
    // Not while others are being told: they would hear of the second change first.
    this.#unsubscribe = store.patches.subscribe(() => {
      if (this.#isDue || sameAlerts(this.#before, store.state)) return;
      this.#isDue = true;
      clock.endOfTurn(() => this.#look());
    });
  }

  /** "I saw it": silent from now on, and gone as soon as what it is about is over. */
  acknowledge(alertId: string): void {
    if (this.#store.state.trial?.id === alertId) {
      this.#store.update((draft) => {
        draft.trial = null;
      });
    }
    this.#move(alertId, 'seen');
  }

  dispose(): void {
    this.#unsubscribe();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #look(): void {
    this.#isDue = false;
    const { state } = this.#store;
    this.#before = state;
    const begun = currentAlerts(state).flatMap((alert) => {
      const isKnown = state.unacknowledged[alert.id] !== undefined;
      return isKnown ? [] : (unacknowledgedOf(alert, this.#clock.nowMs()) ?? []);
    });
    const settled = Object.values(state.unacknowledged).filter((item) => isSettled(state, item));
    this.#store.update(({ unacknowledged }) => {
      for (const item of begun) unacknowledged[item.id] = castDraft(item);
      for (const { id } of settled) delete unacknowledged[id];
    });
    for (const { id } of begun) this.#startTimer(id);
    for (const id of this.#timers.keys()) {
      if (this.#store.state.unacknowledged[id] === undefined) this.#stopTimer(id);
    }
  }

  #startTimer(id: string): void {
    this.#stopTimer(id);
    const { afterSeconds } = this.#store.state.settings.alerts.escalation;
    this.#timers.set(
      id,
      this.#clock.after(afterSeconds * 1000, () => this.#timePassed(id)),
    );
  }

  #stopTimer(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }

  #timePassed(id: string): void {
    this.#timers.delete(id);
    const item = this.#move(id, 'timePassed');
    if (item?.stage === 'louder') this.#startTimer(id);
    if (item?.stage === 'told') void this.#tellAbout(item);
  }

  /** The item as it is then; null when there is none. */
  #move(id: string, event: Parameters<typeof escalate>[1]): Unacknowledged | null {
    this.#store.update(({ unacknowledged }) => {
      const item = unacknowledged[id];
      if (item !== undefined) item.stage = escalate(item.stage, event);
    });
    return this.#store.state.unacknowledged[id] ?? null;
  }

  async #tellAbout(item: Unacknowledged): Promise<void> {
    const { person, by } = this.#store.state.settings.alerts.escalation;
    if (person === null) return;
    try {
      await this.#tell(item, person, by);
    } catch (error) {
      this.#logger.warn('Nobody could be told of an alert', { by, error });
      return;
    }
    this.#store.update(({ unacknowledged }) => {
      const told = unacknowledged[item.id];
      if (told !== undefined) told.told = { ...person };
    });
  }
}
