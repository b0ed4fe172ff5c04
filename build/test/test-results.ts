import type { Outcome } from './check.ts';

/** One test, whichever runner ran it. */
export interface TestResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Messages of its failure. */
  readonly messages: readonly string[];
}

/**
 * Counts results: a skipped test counts as failed unless it is allowed to be skipped.
 * @param allowed full names of the tests that may be skipped
 */
export function count(results: readonly TestResult[], allowed: ReadonlySet<string>): Outcome {
  const passed = results.filter(({ status }) => status === 'passed');
  const failed = results.filter(
    ({ status, name }) => status === 'failed' || (status === 'skipped' && !allowed.has(name)),
  );
  return {
    passed: passed.length,
    failed: failed.length,
    skipped: results.length - passed.length - failed.length,
    output: failed.map(describe).join('\n'),
  };
}

function describe({ name, status, messages }: TestResult): string {
  if (status === 'skipped') return `✗ ${name}\n  skipped, and not in test/allowed-skips.json\n`;
  return `✗ ${name}\n${messages.join('\n')}\n`;
}
