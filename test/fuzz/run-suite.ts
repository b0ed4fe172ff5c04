import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

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

/** What the process is asked for. */
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
 * Runs a suite in a process of its own, so that what hangs, or takes memory without end, ends it
 * and is told like any other failure.
 */
export async function runSuite(suite: string, cases: number, seed: number): Promise<SuiteResult> {
  const child = fork(fileURLToPath(new URL('suite-process.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  const startedMs = performance.now();
  let done = 0;
  try {
    while (done < cases) {
      const batch = { suite, cases: Math.min(batchSize, cases - done), seed: seed + done };
      const report = await runBatch(child, batch);
      done += batch.cases;
      if (report !== null) {
        const failure = { report, seed: batch.seed, cases: batch.cases };
        return { cases: done, tookMs: performance.now() - startedMs, failure };
      }
    }
    return { cases: done, tookMs: performance.now() - startedMs, failure: null };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The report of what went wrong in a batch; null when all is well. */
function runBatch(child: ChildProcess, batch: Batch): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (report: string | null): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(report);
    };
    const timer = setTimeout(
      () => finish(`No end within ${batchTimeoutMs / 1000} s`),
      batchTimeoutMs,
    );
    child.once('message', (result: BatchResult) => finish(result.report));
    child.once('exit', (code, signal) => {
      finish(`The process ended (${signal ?? code}): out of memory, or worse`);
    });
    child.once('error', (error) => finish(String(error)));
    child.send(batch);
  });
}
