import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** So many cases are run with one seed, and then told of. */
const batchSize = 1000;
/** A batch that takes longer hangs: they take a second. */
const batchTimeoutMs = 120_000;
/** Far more than any suite needs. */
const maxHeapMb = 512;

export interface SuiteResult {
  readonly cases: number;
  readonly tookMs: number;
  readonly failure: {
    readonly report: string;
    /** With these, the failing batch alone is run again. */
    readonly seed: number;
    readonly cases: number;
  } | null;
}

/** What the worker is asked for. */
export interface Batch {
  readonly suite: string;
  readonly cases: number;
  readonly seed: number;
}

/** What it answers: the report of a failure, if any. */
export interface BatchResult {
  readonly report: string | null;
}

/**
 * Runs a suite in a thread of its own, so that what hangs, or takes memory without end, ends it and
 * is told like any other failure.
 */
export async function runSuite(suite: string, cases: number, seed: number): Promise<SuiteResult> {
  const worker = new Worker(new URL('suite-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
  const startedMs = performance.now();
  let done = 0;
  try {
    while (done < cases) {
      const batch = { suite, cases: Math.min(batchSize, cases - done), seed: seed + done };
      const report = await runBatch(worker, batch);
      done += batch.cases;
      if (report !== null) {
        const failure = { report, seed: batch.seed, cases: batch.cases };
        return { cases: done, tookMs: performance.now() - startedMs, failure };
      }
    }
    return { cases: done, tookMs: performance.now() - startedMs, failure: null };
  } finally {
    await worker.terminate();
  }
}

/** The report of what went wrong in a batch; null when all is well. */
async function runBatch(worker: Worker, batch: Batch): Promise<string | null> {
  const answered = new AbortController();
  const signal = AbortSignal.any([answered.signal, AbortSignal.timeout(batchTimeoutMs)]);
  const answer = once(worker, 'message', { signal });
  worker.postMessage(batch);
  try {
    const [result]: BatchResult[] = await answer;
    return result === undefined ? 'no result' : result.report;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') {
      return `No end within ${batchTimeoutMs / 1000} s`;
    }
    return String(error);
  } finally {
    answered.abort();
  }
}
