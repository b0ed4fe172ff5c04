/** As many as go out in one batch: what changes together is read together. */
const usualMaxParallel = 64;

/** Fetches each address once however often it is asked for, a few at a time, in order. */
export class FetchQueue {
  readonly #fetch: (href: string) => Promise<void>;
  readonly #maxParallel: number;
  readonly #waiting = new Set<string>();
  #running = 0;

  /** @param fetch must not reject */
  constructor(fetch: (href: string) => Promise<void>, maxParallel = usualMaxParallel) {
    this.#fetch = fetch;
    this.#maxParallel = maxParallel;
  }

  add(href: string): void {
    this.#waiting.add(href);
    this.#next();
  }

  /** Forgets what was not begun yet. */
  clear(): void {
    this.#waiting.clear();
  }

  #next(): void {
    const [href] = this.#waiting;
    if (href === undefined || this.#running === this.#maxParallel) return;
    this.#waiting.delete(href);
    this.#running += 1;
    void this.#fetch(href).finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }
}
