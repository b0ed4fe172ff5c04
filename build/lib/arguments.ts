import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/**
 * Node's `parseArgs`, with the usage for an answer to what it does not understand.
 * @throws UserError
 */
export function readArguments<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
  }
}
