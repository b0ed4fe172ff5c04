import { err, ok, type Result } from '../util/result.ts';
import { personNamed, rankPeople } from './people-search.ts';
import type { Person, PersonRef } from './person.ts';
import { personKey } from './person.ts';
import { formatPhoneNumber, looksLikePhoneNumber, readPhoneNumber } from './phone-number.ts';
import { readSipAddress } from './sip-address.ts';

/** Why nobody can be called by what was typed. */
export type DialProblem =
  | 'empty'
  /** A scheme other than `sip:`, `sips:` and `tel:`. */
  | 'unsupported-scheme'
  | 'invalid-address'
  | 'invalid-number'
  /** No contact has such a name. */
  | 'nobody-named'
  /** Several contacts fit. */
  | 'several-named';

export interface DialContext {
  readonly people: readonly Person[];
  /** ISO 3166-1 alpha-2 country in which national numbers are read. */
  readonly region: string;
}

/**
 * Whom somebody means who typed `text`: a contact's name, a SIP address or a phone number.
 * The `uri` is what UCWA takes as `to`.
 */
export function readDialTarget(text: string, context: DialContext): Result<PersonRef, DialProblem> {
  const typed = text.trim();
  if (typed === '') return err('empty');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme === 'tel') return readNumber(typed, context);
  if (scheme === 'sip' || scheme === 'sips') return readAddress(typed, context);
  if (scheme !== undefined) return err('unsupported-scheme');
  if (typed.includes('@')) return readAddress(typed, context);
  if (looksLikePhoneNumber(typed)) return readNumber(typed, context);
  return readName(typed, context.people);
}

function readAddress(typed: string, { people }: DialContext): Result<PersonRef, DialProblem> {
  const uri = readSipAddress(typed);
  if (uri === null) return err('invalid-address');
  return ok(nameKnown(uri, uri.replace(/^sips?:/, ''), people));
}

function readNumber(typed: string, context: DialContext): Result<PersonRef, DialProblem> {
  const uri = readPhoneNumber(typed, context.region);
  if (uri === null) return err('invalid-number');
  const shown = formatPhoneNumber(uri, context.region) ?? uri;
  const owner = context.people.find(
    ({ workPhoneNumber }) =>
      workPhoneNumber !== null && readPhoneNumber(workPhoneNumber, context.region) === uri,
  );
  return ok({ uri, name: owner?.name ?? shown });
}

function readName(typed: string, people: readonly Person[]): Result<PersonRef, DialProblem> {
  const named = personNamed(typed, people);
  if (named !== null) return ok({ uri: named.uri, name: named.name });
  const [first, second] = rankPeople(typed, people);
  if (first === undefined) return err('nobody-named');
  return second === undefined ? ok({ uri: first.uri, name: first.name }) : err('several-named');
}

function nameKnown(uri: string, otherwise: string, people: readonly Person[]): PersonRef {
  const known = people.find((person) => personKey(person.uri) === personKey(uri));
  return { uri, name: known?.name ?? otherwise };
}
