import type { AppState } from '../../app/domain/app-state.ts';
import type { Observable, Unsubscribe } from '../../app/util/emitter.ts';

/** The state as the desktop sees it: read it, and be told when it changed. */
export interface StateSource {
  readonly state: AppState;
  readonly patches: Observable<unknown>;
}

/** A part of the desktop that follows the state. Stopping leaves nothing of it behind. */
export interface Subscriber {
  start(): void;
  stop(): void;
}

/** Calls `apply` now and after each change until the result is called. */
export function follow(source: StateSource, apply: (state: AppState) => void): Unsubscribe {
  const unsubscribe = source.patches.subscribe(() => apply(source.state));
  apply(source.state);
  return unsubscribe;
}
