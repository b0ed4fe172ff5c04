/** What a bench found. */
export interface BenchOutcome {
  /** The report for the terminal. */
  readonly text: string;
  /** The same with every sample, for the file of `--json`. */
  readonly content: object;
}
