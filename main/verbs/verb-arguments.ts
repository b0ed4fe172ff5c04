import { dialTextLimit, plainVerbs, presenceNamed, type Verb } from './verb.ts';

/** Why a verb was not understood. */
export type VerbProblem = 'several' | 'nothingToDial' | 'tooLong' | 'unknownPresence';

/** What a command line asks of the running Parley; null when it asks nothing, and starts Parley. */
export type VerbRequest =
  | { readonly verb: Verb; readonly problem: null }
  | { readonly verb: null; readonly problem: VerbProblem };

/**
 * Finds the verb: `--answer`, `--dial TEXT`, `--dial=TEXT`, `--presence busy` and so on.
 * @param args the process's arguments, without the program
 */
export function readVerb(args: readonly string[]): VerbRequest | null {
  const asked = args.flatMap((arg, index) => requestsOf(arg, args[index + 1]));
  const [first, second] = asked;
  return second === undefined ? (first ?? null) : refused('several');
}

function requestsOf(arg: string, next: string | undefined): VerbRequest[] {
  const [, name, given] = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
  const plain = plainVerbs.find((each) => each === name);
  if (plain !== undefined) return [understood({ name: plain })];
  if (name !== 'dial' && name !== 'presence') return [];
  const value = (given ?? (next?.startsWith('--') ? '' : next) ?? '').trim();
  return [name === 'dial' ? dialing(value) : presence(value)];
}

function dialing(text: string): VerbRequest {
  if (text === '') return refused('nothingToDial');
  return text.length > dialTextLimit ? refused('tooLong') : understood({ name: 'dial', text });
}

function presence(word: string): VerbRequest {
  const availability = presenceNamed(word);
  return availability === null
    ? refused('unknownPresence')
    : understood({ name: 'presence', availability });
}

const understood = (verb: Verb): VerbRequest => ({ verb, problem: null });
const refused = (problem: VerbProblem): VerbRequest => ({ verb: null, problem });
