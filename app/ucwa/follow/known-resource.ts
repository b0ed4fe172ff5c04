import type { ResourceName } from '../catalogue/resource-types.ts';
import type { Resource } from '../hypermedia/resource.ts';

/** A resource of which it is known what it is, and so what can be done with it. */
export interface KnownResource<Name extends ResourceName> {
  readonly name: Name;
  readonly resource: Resource;
}

/**
 * Says what a resource is. Its own `rel` is not asked: servers give the same resource different
 * relations (`from` and `participant`, `session` and `audioVideoSession`).
 */
export function known<Name extends ResourceName>(
  name: Name,
  resource: Resource,
): KnownResource<Name> {
  return { name, resource };
}
