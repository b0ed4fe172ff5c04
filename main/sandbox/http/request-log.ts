/** A request that was answered, without bodies and without credentials. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** 0 when the connection ended before an answer. */
  readonly status: number;
  readonly atMs: number;
  readonly userUri: string | undefined;
  /** Whether it came as a part of a batch, which has a record of its own. */
  readonly batched: boolean;
}

export class RequestLog {
  readonly records: RequestRecord[] = [];
  readonly #waiting = new Set<(record: RequestRecord) => void>();

  add(record: RequestRecord): void {
    this.records.push(record);
    for (const notify of [...this.#waiting]) notify(record);
  }

  /** The next request (from now on) that fits. Rejects after `timeoutMs`, default 10 000. */
  next(fits: (record: RequestRecord) => boolean, timeoutMs = 10_000): Promise<RequestRecord> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`no such request within ${timeoutMs} ms`));
      }, timeoutMs);
      const look = (record: RequestRecord) => {
        if (!fits(record)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(record);
      };
      this.#waiting.add(look);
    });
  }
}
