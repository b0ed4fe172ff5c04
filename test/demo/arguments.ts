import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../build/lib/user-error.ts';

export interface DemoArguments {
  /** Folder for the pictures and the timeline, absolute. */
  readonly outDir: string;
}

const usage = 'npm run demo -- --out DIR';

/** @throws UserError with the usage, when an argument is missing or not understood */
export function demoArguments(args: readonly string[], workingDirectory: string): DemoArguments {
  const out = parse(args);
  if (out === undefined || out === '') throw new UserError(`Usage: ${usage}`);
  return { outDir: resolve(workingDirectory, out) };
}

function parse(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values.out;
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
  }
}
