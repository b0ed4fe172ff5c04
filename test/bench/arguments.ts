import { readArguments } from '../../build/lib/arguments.ts';
import { UserError } from '../../build/lib/user-error.ts';

export interface BenchArguments {
  readonly bench: 'toast';
  readonly runs: number;
  /** File for the raw samples; none when left out. */
  readonly json: string | undefined;
}

const usage = 'npm run bench -- toast [--runs N] [--json FILE]';
const defaultRuns = 30;

/** @throws UserError with the usage, when an argument is not understood */
export function benchArguments(args: readonly string[]): BenchArguments {
  const { positionals, values } = readArguments(usage, {
    args: [...args],
    allowPositionals: true,
    options: { runs: { type: 'string' }, json: { type: 'string' } },
  });
  const runs = Number(values.runs ?? defaultRuns);
  const understood =
    positionals.length === 1 && positionals[0] === 'toast' && Number.isInteger(runs) && runs > 0;
  if (!understood) throw new UserError(`Usage: ${usage}`);
  return { bench: 'toast', runs, json: values.json };
}
