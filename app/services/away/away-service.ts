import { digestOf, type MissedCounts } from '../../domain/away.ts';
import type { Recent } from '../../domain/history.ts';
import type { CancelTimer } from '../../ports/clock.ts';
import type { Surroundings } from '../../ports/surroundings.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import { FetchQueue } from '../people/fetch-queue.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { readMissedCounts, readMissedSince } from './missed-reader.ts';

/** A shorter absence without lost events needs no report: its events come as always. */
const minAbsenceMs = 60_000;
/** After the connection is back, the events that waited come within this time. */
const settleMs = 2_000;

export interface AwayDependencies {
  readonly ucwa: UcwaDependencies;
  readonly store: StateStore;
  readonly surroundings: Surroundings;
  readonly wakeUps: WakeUps;
}

interface Absence {
  readonly sinceMs: number;
  /** The history as it was. */
  readonly recents: readonly Recent[];
  /** Events were lost; `refreshed` once everything has been read again. */
  gap: 'none' | 'lost' | 'refreshed';
}

/**
 * Tells what came while the connection was away, events were lost, the computer slept or its screen
 * was locked: the missed calls that Parley saw and what the server remembers, checked against what
 * it counts.
 */
export class AwayService implements SessionPart {
  readonly #on: AwayDependencies;
  readonly #counting: FetchQueue;
  #application: UcwaApplication | null = null;
  #counts: MissedCounts | null = null;
  /** The history after the last event: calls that a gap ends are not in it. */
  #recents: readonly Recent[] = [];
  #absence: Absence | null = null;
  #cancelTimer: CancelTimer = () => undefined;
  #unsubscribers: readonly Unsubscribe[] = [];

  constructor(dependencies: AwayDependencies) {
    this.#on = dependencies;
    this.#counting = new FetchQueue(() => this.#count(), 1);
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    this.#recents = this.#on.store.state.recents;
    this.#counting.add('missedItems');
    this.#unsubscribers = [
      this.#on.wakeUps.subscribe((wakeUp) => {
        if (wakeUp === 'system-resumed') this.#slept(application);
      }),
      this.#on.surroundings.subscribe(({ screenLocked }) => {
        if (screenLocked) this.#begin(this.#on.ucwa.clock.nowMs());
        else this.#endSoon();
      }),
    ];
  }

  handle(event: UcwaApplicationEvent): void {
    const application = this.#application;
    if (application === null) return;
    const nowMs = this.#on.ucwa.clock.nowMs();
    switch (event.type) {
      case 'event':
        if (event.event.link.rel === 'missedItems') this.#counting.add('missedItems');
        if (this.#absence === null) this.#recents = this.#on.store.state.recents;
        break;
      case 'recovering':
        this.#begin(application.health.lastAnswerAtMs ?? nowMs);
        break;
      case 'resynced':
      case 'recreated':
        this.#begin(application.health.lastGap?.sinceMs ?? nowMs).gap = 'lost';
        break;
      case 'refreshed':
        if (this.#absence?.gap === 'lost') this.#absence.gap = 'refreshed';
        if (this.#counts === null) this.#counting.add('missedItems');
        this.#endSoon();
        break;
      case 'connected':
        this.#endSoon();
        break;
      case 'ended':
        break;
    }
  }

  close(): void {
    this.#cancelTimer();
    for (const unsubscribe of this.#unsubscribers) unsubscribe();
    this.#unsubscribers = [];
    this.#counting.clear();
    this.#application = null;
    this.#absence = null;
    this.#counts = null;
  }

  dismiss(): void {
    this.#on.store.update((draft) => {
      draft.away = null;
    });
  }

  #begin(sinceMs: number): Absence {
    this.#absence ??= { sinceMs, recents: this.#recents, gap: 'none' };
    return this.#absence;
  }

  #slept({ health }: UcwaApplication): void {
    if (health.lastAnswerAtMs !== null) this.#begin(health.lastAnswerAtMs);
    this.#endSoon();
  }

  #endSoon(): void {
    if (this.#absence === null) return;
    this.#cancelTimer();
    this.#cancelTimer = this.#on.ucwa.clock.after(settleMs, () => void this.#end());
  }

  async #end(): Promise<void> {
    const application = this.#application;
    const absence = this.#absence;
    if (application === null || absence === null) return;
    const { state, lastAnswerAtMs } = application.health;
    const isLocked = this.#on.surroundings.circumstances.screenLocked;
    if (absence.gap === 'lost' || state !== 'polling' || isLocked) return;
    if (absence.gap === 'none' && lastAnswerAtMs === absence.sinceMs) {
      this.#endSoon();
      return;
    }
    this.#absence = null;
    const isShort = this.#on.ucwa.clock.nowMs() - absence.sinceMs < minAbsenceMs;
    if (absence.gap === 'none' && isShort) this.#recents = this.#on.store.state.recents;
    else await this.#report(application, absence);
  }

  async #report(application: UcwaApplication, absence: Absence): Promise<void> {
    const { store, ucwa } = this.#on;
    const before = this.#counts;
    const fromMs = absence.sinceMs;
    const [after, remembered] = await Promise.all([
      readMissedCounts(application, ucwa.logger),
      readMissedSince(application, fromMs, store.state.people, ucwa.logger),
    ]);
    if (application !== this.#application) return;
    this.#counts = after ?? before;
    const { recents } = store.state;
    this.#recents = recents;
    const known = new Set(absence.recents.map(({ id }) => id));
    const seen = recents.filter(({ id }) => !known.has(id));
    const untilMs = ucwa.clock.nowMs();
    const digest = digestOf(store.state.away, { fromMs, untilMs, seen, remembered, before, after });
    store.update((draft) => {
      draft.away = digest === null ? null : { ...digest, items: [...digest.items] };
    });
  }

  /** What counts as missed before the next absence. While one lasts, its beginning is compared. */
  async #count(): Promise<void> {
    const application = this.#application;
    if (application === null || this.#absence !== null) return;
    const counts = await readMissedCounts(application, this.#on.ucwa.logger);
    const isCurrent = application === this.#application && this.#absence === null;
    if (isCurrent && counts !== null) this.#counts = counts;
  }
}
