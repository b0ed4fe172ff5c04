import { resources } from '../catalogue/generated/resources.ts';
import type { PropertyValues } from '../catalogue/resource-types.ts';
import { readResource } from '../follow/read-resource.ts';
import { pickLinks } from '../hypermedia/links.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.me;

/** The signed-in user. `makeMeAvailable` is gone and `presence` there once they are available. */
export interface Me extends PropertyValues<'me'> {
  readonly href: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readMe(resource: Resource): Me {
  const { href, values } = readResource('me', resource);
  return { ...values, href, links: pickLinks(resource, linkRels) };
}
