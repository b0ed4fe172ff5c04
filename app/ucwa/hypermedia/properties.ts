import type { Resource } from './resource.ts';

type WithProperties = Pick<Resource, 'properties'>;

/** A text property; null when it is missing or something else. Numbers and booleans are not text. */
export function stringProperty(resource: WithProperties, name: string): string | null {
  const value = resource.properties[name];
  return typeof value === 'string' ? value : null;
}

/** A truth value, also when it came as text (`"True"`, as in XML). */
export function booleanProperty(resource: WithProperties, name: string): boolean | null {
  const value = resource.properties[name];
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const text = value.toLowerCase();
  if (text === 'true') return true;
  return text === 'false' ? false : null;
}

/** A finite number, also when it came as text. */
export function numberProperty(resource: WithProperties, name: string): number | null {
  const value = resource.properties[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A moment in milliseconds since 1970, from `/Date(ms)/` or ISO 8601. */
export function dateProperty(resource: WithProperties, name: string): number | null {
  const value = resource.properties[name];
  if (typeof value !== 'string') return null;
  const ticks = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(value)?.[1];
  const timeMs = ticks === undefined ? Date.parse(value) : Number(ticks);
  return Number.isFinite(timeMs) ? timeMs : null;
}

/** The texts of a list; a single text counts as a list of one. */
export function stringListProperty(resource: WithProperties, name: string): readonly string[] {
  const value = resource.properties[name];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string');
}

/** One of the names of an enumeration, in any case; `fallback` for a missing or unknown one. */
export function enumProperty<Name extends string, Fallback extends string | null>(
  resource: Resource,
  name: string,
  names: readonly Name[],
  fallback: Fallback,
): Name | Fallback {
  const value = stringProperty(resource, name)?.toLowerCase();
  return names.find((known) => known.toLowerCase() === value) ?? fallback;
}
