import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { dateProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.application;

/** The signed-in application: the place everything else is reached from. */
export interface Application {
  readonly href: string | null;
  readonly id: string | null;
  readonly type: string | null;
  readonly culture: string | null;
  readonly endpointId: string | null;
  readonly instanceId: string | null;
  readonly userAgent: string | null;
  readonly expiresMs: number | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readApplication(resource: Resource): Application {
  const text = (name: string) => stringProperty(resource, name);
  return {
    href: resource.href,
    id: text('id'),
    type: text('type'),
    culture: text('culture'),
    endpointId: text('endpointId'),
    instanceId: text('instanceId'),
    userAgent: text('userAgent'),
    expiresMs: dateProperty(resource, 'expires'),
    links: pickLinks(resource, linkRels),
  };
}
