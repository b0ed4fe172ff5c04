import process from 'node:process';
import type { Batch, BatchResult } from './run-suite.ts';
import { suites } from './suites.ts';

/** Runs the batches that `runSuite` asks for. */
process.on('message', (batch: Batch) => {
  void runBatch(batch).then((report) => {
    const result: BatchResult = { report };
    process.send?.(result);
  });
});

async function runBatch({ suite: name, cases, seed }: Batch): Promise<string | null> {
  try {
    const suite = suites.find((each) => each.name === name);
    if (suite === undefined) return `No suite ${name}`;
    await suite.run(cases, seed);
    return null;
  } catch (error) {
    return reportOf(error);
  }
}

/** fast-check says what the case was, its cause what went wrong. */
function reportOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${error.cause.stack}` : error.message;
}
