import { readArguments } from '../../build/lib/arguments.ts';
import { UserError } from '../../build/lib/user-error.ts';

const benchNames = ['toast', 'codec', 'events', 'signin', 'shell'] as const;

export type BenchName = (typeof benchNames)[number];

export interface BenchArguments {
  readonly bench: BenchName;
  readonly runs: number;
  /** File for the raw samples; none when left out. */
  readonly json: string | undefined;
}

const usage = `npm run bench -- ${benchNames.join('|')} [--runs N] [--json FILE]`;
const defaultRuns = 30;

/** @throws UserError with the usage, when an argument is not understood */
export function benchArguments(args: readonly string[]): BenchArguments {
  const { positionals, values } = readArguments(usage, {
    args: [...args],
    allowPositionals: true,
    options: { runs: { type: 'string' }, json: { type: 'string' } },
  });
  const runs = Number(values.runs ?? defaultRuns);
  const bench = benchNames.find((name) => positionals.length === 1 && name === positionals[0]);
  if (bench === undefined || !Number.isInteger(runs) || runs <= 0) {
    throw new UserError(`Usage: ${usage}`);
  }
  return { bench, runs, json: values.json };
}
