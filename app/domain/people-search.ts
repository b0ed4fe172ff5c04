import type { Person } from './person.ts';

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const withoutScheme = (uri: string): string => uri.replace(/^[a-z]+:/i, '');

const digits = (text: string): string => text.replace(/\D/g, '');

const noMatch = Number.POSITIVE_INFINITY;

/** How well `person` fits: 0 is best, `noMatch` is not at all. */
function rank(person: Person, query: string): number {
  const name = fold(person.name);
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const words = name.split(/[\s,.-]+/);
  const asked = query.split(/\s+/);
  if (asked.every((part) => words.some((word) => word.startsWith(part)))) return 2;
  if (fold(withoutScheme(person.uri)).startsWith(query)) return 3;
  if (person.emailAddress !== null && fold(person.emailAddress).startsWith(query)) return 3;
  const number = digits(query);
  if (number.length >= 3 && digits(person.workPhoneNumber ?? '').includes(number)) return 4;
  if (name.includes(query)) return 5;
  const about = [person.title, person.department, person.company];
  return about.some((text) => text !== null && fold(text).includes(query)) ? 6 : noMatch;
}

/**
 * The people that fit what was typed, best first: whole name, start of the name, start of its
 * words, address, phone number, inside the name, then title, department and company. Case and
 * accents make no difference. An empty query gives everybody by name.
 */
export function rankPeople(query: string, people: readonly Person[]): readonly Person[] {
  const folded = fold(query);
  return people
    .map((person) => ({ person, rank: folded === '' ? 0 : rank(person, folded) }))
    .filter((entry) => entry.rank !== noMatch)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .map((entry) => entry.person);
}

/** The one person whose whole name this is; null when nobody or several are called so. */
export function personNamed(name: string, people: readonly Person[]): Person | null {
  const folded = fold(name);
  const named = people.filter((person) => fold(person.name) === folded);
  return named.length === 1 ? (named[0] ?? null) : null;
}
