import type { AppState } from '../../app/domain/app-state.ts';
import { ringingCalls } from '../../app/domain/selectors.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** The part of the ring window that is controlled. */
export interface ControlledWindow {
  readonly isVisible: boolean;
  show(takeFocus: boolean): void;
  hide(): void;
  /** Hides it for good. */
  retire(): void;
}

/** Shows the ring window in the turn in which a call starts to ring, hides it as soon as none does. */
export class RingWindowController implements Subscriber {
  readonly #source: StateSource;
  readonly #window: ControlledWindow;
  readonly #trace: Trace;
  readonly #announced = new Set<string>();
  #calls: AppState['calls'] | null = null;
  #unsubscribe: Unsubscribe | null = null;

  constructor(source: StateSource, window: ControlledWindow, trace: Trace) {
    this.#source = source;
    this.#window = window;
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
    if (state.calls === this.#calls) return;
    this.#calls = state.calls;
    const ringing = ringingCalls(state).filter((call) => call.alert?.ringWindow);
    const fresh = ringing.filter((call) => !this.#announced.has(call.id));
    this.#announced.clear();
    for (const call of ringing) this.#announced.add(call.id);
    if (fresh.length > 0) {
      this.#window.show(fresh.some((call) => call.alert?.takeFocus));
      for (const call of fresh) this.#trace.mark('ring-window-shown', call.id);
    } else if (ringing.length === 0 && this.#window.isVisible) {
      this.#window.hide();
    }
  }
}
