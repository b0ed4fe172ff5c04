import {
  type DialContext,
  type DialProblem,
  readDialTarget,
} from '../../../../app/domain/dialing.ts';
import { type PersonRef, personKey } from '../../../../app/domain/person.ts';
import { err, ok, type Result } from '../../../../app/util/result.ts';

/** How many people are asked in at once. */
export const maxChosen = 50;

/** Those chosen with one more, as they were typed or picked; nobody is there twice. */
export function choose(
  chosen: readonly PersonRef[],
  typed: string,
  context: DialContext,
): Result<readonly PersonRef[], DialProblem | 'too-many'> {
  const target = readDialTarget(typed, context);
  if (!target.ok) return err(target.error);
  const key = personKey(target.value.uri);
  if (chosen.some(({ uri }) => personKey(uri) === key)) return ok(chosen);
  if (chosen.length >= maxChosen) return err('too-many');
  return ok([...chosen, target.value]);
}

/** Several at once, as they are pasted: one a line, or between semicolons or commas. */
export const typedParts = (text: string): readonly string[] =>
  text
    .split(/[;\n]|,(?=\s|\S*@)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
