import { Availability } from '../catalogue/generated/enumerations.ts';
import { enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Resource } from '../hypermedia/resource.ts';

/** The user's own presence. */
export interface Presence {
  readonly href: string | null;
  readonly availability: Availability | null;
  /** In the language that the application was created with, such as `Off Work`. */
  readonly activity: string | null;
}

export function readPresence(resource: Resource): Presence {
  return {
    href: resource.href,
    availability: enumProperty(resource, 'availability', Availability, null),
    activity: stringProperty(resource, 'activity'),
  };
}
