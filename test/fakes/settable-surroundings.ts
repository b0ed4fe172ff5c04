import type { Circumstances, Surroundings } from '../../app/ports/surroundings.ts';
import { Emitter, type Listener, type Unsubscribe } from '../../app/util/emitter.ts';

/** A computer on mains with somebody in front of it, until a test says otherwise. */
export class SettableSurroundings implements Surroundings {
  circumstances: Circumstances = { onBattery: false, inForeground: true, screenLocked: false };
  idle = 0;
  readonly #emitter = new Emitter<Circumstances>((error) => {
    throw error;
  });

  idleMs(): number {
    return this.idle;
  }

  subscribe(listener: Listener<Circumstances>): Unsubscribe {
    return this.#emitter.subscribe(listener);
  }

  change(change: Partial<Circumstances>): void {
    this.circumstances = { ...this.circumstances, ...change };
    this.#emitter.emit(this.circumstances);
  }
}
