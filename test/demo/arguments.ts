import { resolve } from 'node:path';
import { readArguments } from '../../build/lib/arguments.ts';
import { UserError } from '../../build/lib/user-error.ts';

export interface DemoArguments {
  /** Folder for the pictures and the timeline, absolute. */
  readonly outDir: string;
}

const usage = 'npm run demo -- --out DIR';

/** @throws UserError with the usage, when an argument is missing or not understood */
export function demoArguments(args: readonly string[], workingDirectory: string): DemoArguments {
  const options = { out: { type: 'string' } } as const;
  const { out } = readArguments(usage, { args: [...args], options }).values;
  if (out === undefined || out === '') throw new UserError(`Usage: ${usage}`);
  return { outDir: resolve(workingDirectory, out) };
}
