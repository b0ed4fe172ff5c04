import type { Clock } from '../app/ports/clock.ts';

class TimeLimitExceeded extends Error {
  override readonly name = 'TimeLimitExceeded';
}

/** The outcome of `work`, or a rejection with `TimeLimitExceeded` when it takes longer. */
export function withTimeLimit<T>(work: Promise<T>, limitMs: number, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => {
      reject(new TimeLimitExceeded(`Not done within ${limitMs} ms`));
    });
    work.then(resolve, reject).finally(cancel);
  });
}
