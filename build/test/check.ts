/** What came of a check, or of a runner with many tests. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Skipped, and allowed to be. */
  readonly skipped: number;
  /** Shown to the user when something failed. */
  readonly output: string;
}

export const groups = ['static', 'unit', 'integration', 'e2e'] as const;

/** What `--only` chooses from. */
export type Group = (typeof groups)[number];

export interface Check {
  readonly name: string;
  readonly group: Group;
  run(): Promise<Outcome>;
}

/** A check that is one yes or no. */
export function single(passed: boolean, output: string): Outcome {
  return passed
    ? { passed: 1, failed: 0, skipped: 0, output: '' }
    : { passed: 0, failed: 1, skipped: 0, output };
}
