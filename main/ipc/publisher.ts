import type { Snapshot, StatePatch } from '../../app/ipc/contract.ts';
import type { Observable, Unsubscribe } from '../../app/util/emitter.ts';
import type { Page } from '../windows/page.ts';

/** The part of the state store that is published. */
export interface PublishedState {
  readonly snapshot: Snapshot;
  readonly patches: Observable<StatePatch>;
}

/**
 * Sends each patch, in order, to every window that has asked for a snapshot. A page that is gone
 * gets nothing until its successor asks.
 */
export class Publisher {
  readonly #store: PublishedState;
  readonly #windows = new Set<Page>();
  readonly #known = new WeakSet<Page>();
  #unsubscribe: Unsubscribe | null = null;

  constructor(store: PublishedState) {
    this.#store = store;
  }

  start(): void {
    this.#unsubscribe ??= this.#store.patches.subscribe((patch) => {
      for (const window of this.#windows) window.send({ type: 'patch', patch });
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#windows.clear();
  }

  /** The state of this moment; the window gets every patch that follows it. */
  snapshotFor(window: Page): Snapshot {
    this.#windows.add(window);
    if (!this.#known.has(window)) {
      this.#known.add(window);
      window.onPageGone(() => this.#windows.delete(window));
    }
    return this.#store.snapshot;
  }
}
