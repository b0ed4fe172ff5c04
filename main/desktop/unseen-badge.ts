import type { AppState } from '../../app/domain/app-state.ts';
import { unseen } from '../../app/domain/selectors.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** Shows how many things wait for the user; 0 shows nothing. */
export type ShowBadge = (count: number) => void;

/** What is unread and missed, at the program's own icon in dock, launcher or task bar. */
export class UnseenBadge implements Subscriber {
  readonly #source: StateSource;
  readonly #show: ShowBadge;
  #shown = 0;
  #unsubscribe: Unsubscribe | null = null;

  constructor(source: StateSource, show: ShowBadge) {
    this.#source = source;
    this.#show = show;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => this.#set(countOf(state)));
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#set(0);
  }

  #set(count: number): void {
    if (count === this.#shown) return;
    this.#shown = count;
    this.#show(count);
  }
}

function countOf(state: AppState): number {
  const { messages, missed } = unseen(state);
  return messages + missed;
}
