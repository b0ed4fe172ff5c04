import { writeSync } from 'node:fs';
import type { TextKey, TextValues } from '../../app/i18n/text-key.ts';
import { presenceWords } from './verb.ts';
import type { VerbProblem, VerbRequest } from './verb-arguments.ts';
import { sendVerb } from './verb-client.ts';

/** Exit codes of a verb. */
export const verbExitCodes = { done: 0, notDone: 1, notUnderstood: 2, notRunning: 3 } as const;

type Failure = VerbProblem | 'notRunning' | 'noReply';

/**
 * Asks the running Parley for what the command line says, and prints what it did: in plain words, on
 * the standard output when it was done, else on the standard error.
 * @returns the exit code
 */
export async function runVerb({ verb, problem }: VerbRequest, address: string): Promise<number> {
  if (problem !== null) return await fail(problem, verbExitCodes.notUnderstood);
  const sent = sendVerb(address, verb);
  switch (sent.state) {
    case 'nobody-there':
      return await fail('notRunning', verbExitCodes.notRunning);
    case 'no-reply':
      return await fail('noReply', verbExitCodes.notDone);
    case 'replied':
      print(sent.reply.done ? 1 : 2, sent.reply.text);
      return sent.reply.done ? verbExitCodes.done : verbExitCodes.notDone;
  }
}

/** The texts are loaded only here: what was done, the running Parley says. */
async function fail(failure: Failure, code: number): Promise<number> {
  const { createTranslator } = await import('../../app/i18n/translator.ts');
  const key: TextKey = `verbs.${failure}`;
  const values: TextValues = { words: Object.keys(presenceWords).join(', ') };
  print(2, createTranslator('en').translate(key, values));
  return code;
}

/** At once: the process ends with the next line. Nobody may be listening. */
function print(descriptor: 1 | 2, text: string): void {
  try {
    writeSync(descriptor, `${text}\n`);
  } catch {
    // Without a terminal the exit code has to be enough.
  }
}
