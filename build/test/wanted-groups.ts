import { readArguments } from '../lib/arguments.ts';
import { UserError } from '../lib/user-error.ts';
import type { Group } from './check.ts';
import { groups } from './check.ts';

const usage = `npm test [-- --only ${groups.join('|')}]`;

/**
 * The groups of checks that a run is asked for: all of them when none is named.
 * @throws UserError with the usage, when an argument is not understood
 */
export function wantedGroups(args: readonly string[]): readonly Group[] {
  const options = { only: { type: 'string' } } as const;
  const { only } = readArguments(usage, { args: [...args], options }).values;
  if (only === undefined) return groups;
  const group = groups.find((name) => name === only);
  if (group === undefined) throw new UserError(`--only takes one of: ${groups.join(', ')}`);
  return [group];
}
