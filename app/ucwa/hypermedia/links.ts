import { UcwaError } from '../ucwa-error.ts';
import type { Link, Resource } from './resource.ts';

/** The link of this relation (the first, if several); null when the server offers none. */
export function link(resource: Resource, rel: string): Link | null {
  return resource.links[rel]?.[0] ?? null;
}

/** @throws UcwaError 'missing-link': the server does not offer this operation */
export function requireLink(resource: Resource, rel: string): Link {
  const found = link(resource, rel);
  if (found !== null) return found;
  const name = resource.rel ?? 'resource';
  throw new UcwaError('missing-link', `The ${name} has no link "${rel}"`, { advice: 'give-up' });
}

/** The resource's own address. @throws UcwaError 'missing-link' without a `self` link */
export function requireHref(resource: Resource): string {
  return resource.href ?? requireLink(resource, 'self').href;
}

/** The links of these relations by name, null where the resource has none. */
export function pickLinks<Rel extends string>(
  resource: Resource,
  rels: readonly Rel[],
): Readonly<Record<Rel, Link | null>> {
  const picked: Partial<Record<Rel, Link | null>> = {};
  for (const rel of rels) picked[rel] = link(resource, rel);
  return picked as Record<Rel, Link | null>;
}

/** The first embedded resource of this relation. */
export function embeddedOne(resource: Resource, rel: string): Resource | null {
  return resource.embedded[rel]?.[0] ?? null;
}

/** All embedded resources of this relation. */
export function embeddedMany(resource: Resource, rel: string): readonly Resource[] {
  return resource.embedded[rel] ?? [];
}
