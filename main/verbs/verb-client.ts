import * as threads from 'node:worker_threads';
import type { Verb, VerbReply } from './verb.ts';
import { exchangeNow } from './verb-exchange.ts';

/** What became of a verb that was sent. */
export type SentVerb =
  | { readonly state: 'nobody-there' | 'no-reply' }
  | { readonly state: 'replied'; readonly reply: VerbReply };

/** Asks the running Parley at an address. Stops this thread until it replied, a few seconds at most. */
export function sendVerb(address: string, verb: Verb): SentVerb {
  const outcome = exchangeNow(threads, address, JSON.stringify(verb));
  if (outcome.state !== 'replied') return outcome;
  const reply = readReply(outcome.reply);
  return reply === null ? { state: 'no-reply' } : { state: 'replied', reply };
}

/** By hand: a library for schemas would take longer to load than the verb takes. */
function readReply(line: string): VerbReply | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return null;
    if (!('done' in value) || !('text' in value)) return null;
    const { done, text } = value;
    return typeof done === 'boolean' && typeof text === 'string' ? { done, text } : null;
  } catch {
    return null;
  }
}
