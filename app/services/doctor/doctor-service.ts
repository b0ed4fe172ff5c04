import type { DoctorRun } from '../../domain/doctor.ts';
import type { StateStore } from '../state-store.ts';
import type { DoctorWish } from './doctor-wish.ts';
import type { DoctorDependencies } from './examination.ts';
import { examine } from './examine.ts';

/** The doctor in the running program: one run at a time, shown in the state. */
export class DoctorService {
  readonly #dependencies: DoctorDependencies;
  readonly #store: StateStore;
  /** What the last run was about; with its password it stays in this process. */
  #wish: DoctorWish | null = null;
  #running = new AbortController();
  #finished: Promise<void> = Promise.resolve();

  constructor(dependencies: DoctorDependencies, store: StateStore) {
    this.#dependencies = dependencies;
    this.#store = store;
  }

  /** Begins a run; one that is under way ends. Results appear in the state. */
  start(wish: DoctorWish): void {
    this.cancel();
    this.#wish = wish;
    const running = new AbortController();
    this.#running = running;
    this.#show({
      phase: 'running',
      address: wish.address,
      discoveryUrl: wish.discoveryUrl,
      startedAtMs: this.#dependencies.ucwa.clock.nowMs(),
      results: [],
    });
    this.#finished = this.#run(wish, running, this.#finished);
  }

  /** The same once more; harmless when there was none. */
  again(): void {
    if (this.#wish !== null) this.start(this.#wish);
  }

  /** The steps that remain are skipped; what was opened is closed. Harmless when nothing runs. */
  cancel(): void {
    this.#running.abort();
  }

  /** Ends the run, and forgets it with everything that was typed for it. */
  close(): void {
    this.cancel();
    this.#wish = null;
    this.#running = new AbortController();
    this.#show(null);
  }

  /** Resolves when nothing runs any more and nothing is left open. */
  stop(): Promise<void> {
    this.close();
    return this.#finished;
  }

  async #run(wish: DoctorWish, running: AbortController, earlier: Promise<void>): Promise<void> {
    for await (const result of examine(wish, this.#dependencies, running.signal)) {
      if (running !== this.#running) continue;
      this.#store.update((draft) => {
        draft.doctor?.results.push({ ...result, findings: [...result.findings] });
      });
    }
    if (running === this.#running) {
      this.#store.update(({ doctor }) => {
        if (doctor !== null) doctor.phase = running.signal.aborted ? 'cancelled' : 'done';
      });
    }
    await earlier;
  }

  #show(run: DoctorRun | null): void {
    this.#store.update((draft) => {
      draft.doctor = run === null ? null : { ...run, results: [] };
    });
  }
}
