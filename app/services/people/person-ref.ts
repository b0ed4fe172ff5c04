import type { AppState } from '../../domain/app-state.ts';
import { type PersonRef, personKey } from '../../domain/person.ts';
import type { Link } from '../../ucwa/hypermedia/resource.ts';

type People = AppState['people'];

/**
 * Somebody by URI and whatever name the server told; else by the name among the contacts, else by
 * the URI without its scheme.
 */
export function personRef(uri: string | null, name: string | null, people: People): PersonRef {
  const known = uri === null ? undefined : people[personKey(uri)];
  const told = name === null || name === '' ? undefined : name;
  return { uri: uri ?? '', name: told ?? known?.name ?? bareAddress(uri ?? '') };
}

/** Somebody under the name that the server told, where only the address was known. */
export function namedBy(person: PersonRef, told: string | null): PersonRef {
  const hasName = person.name !== '' && person.name !== bareAddress(person.uri);
  return hasName || told === null || told === '' ? person : { ...person, name: told };
}

const bareAddress = (uri: string): string => uri.replace(/^[a-z]+:/i, '').replace(/;.*$/, '');

/** Somebody that a link leads to: their name, when the link has a title, and no URI yet. */
export const personOfLink = (link: Link | null): PersonRef | null =>
  link === null ? null : { uri: '', name: link.title ?? '' };
