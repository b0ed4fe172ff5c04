import { appendFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Clock } from '../../app/ports/clock.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { Trace, TraceMark } from '../../app/ports/trace.ts';

/** Long enough to be out of the way of the moments that are measured. */
const flushDelayMs = 250;

/**
 * Appends each mark as a JSON line `{name, callId, atMs}`; `atMs` is milliseconds since 1970 with
 * fraction. A mark costs one array push; the file is written later.
 */
export class TraceFile implements Trace {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #lines: string[] = [];
  #flushing: Promise<void> | null = null;

  constructor(path: string, clock: Clock, logger: Logger) {
    this.#path = path;
    this.#clock = clock;
    this.#logger = logger.scoped('trace');
  }

  mark(name: TraceMark, callId: string): void {
    const atMs = performance.timeOrigin + performance.now();
    this.#lines.push(`${JSON.stringify({ name, callId, atMs })}\n`);
    this.#flushing ??= new Promise((resolve) => {
      this.#clock.after(flushDelayMs, () => resolve(this.flush()));
    });
  }

  /** Writes what is waiting. Never rejects: a trace is not worth an error. */
  async flush(): Promise<void> {
    this.#flushing = null;
    const lines = this.#lines;
    if (lines.length === 0) return;
    this.#lines = [];
    try {
      await appendFile(this.#path, lines.join(''));
    } catch (error) {
      this.#logger.warn('The trace cannot be written', { error });
    }
  }
}

/** Nobody listens. */
export const noTrace: Trace = { mark: () => undefined };
