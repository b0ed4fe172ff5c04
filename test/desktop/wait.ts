/** Default limit of every wait in a session: generous, since it only matters on failure. */
export const waitTimeoutMs = 10_000;

/**
 * A promise with a time limit.
 * @param whatFor what was waited for, made only when the limit is hit
 */
export async function within<T>(
  timeoutMs: number,
  whatFor: () => string,
  promise: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Not within ${timeoutMs} ms: ${whatFor()}`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
