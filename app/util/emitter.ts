export type Listener<T> = (value: T) => void;

/** Ends a subscription. Calling it twice is harmless. */
export type Unsubscribe = () => void;

/** Something that can be listened to. */
export interface Observable<T> {
  subscribe(listener: Listener<T>): Unsubscribe;
}

/**
 * Calls its listeners in the order they subscribed. A listener that throws never stops the others:
 * what it threw goes to `onListenerError`.
 */
export class Emitter<T> implements Observable<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly #onListenerError: (error: unknown) => void;

  constructor(onListenerError: (error: unknown) => void) {
    this.#onListenerError = onListenerError;
  }

  subscribe(listener: Listener<T>): Unsubscribe {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        this.#onListenerError(error);
      }
    }
  }
}
