import { Availability, ContactDeviceType } from '../catalogue/generated/enumerations.ts';
import { dateProperty, enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Resource } from '../hypermedia/resource.ts';

/** Presence of a contact. */
export interface ContactPresence {
  readonly href: string | null;
  /** Null when the server gives none: the contact's presence is not known. */
  readonly availability: Availability | null;
  /** A token such as `on-the-phone` or `in-a-conference`, or free text. */
  readonly activity: string | null;
  readonly deviceType: ContactDeviceType;
  readonly lastActiveMs: number | null;
}

export function readContactPresence(resource: Resource): ContactPresence {
  return {
    href: resource.href,
    availability: enumProperty(resource, 'availability', Availability, null),
    activity: stringProperty(resource, 'activity'),
    deviceType: enumProperty(resource, 'deviceType', ContactDeviceType, 'Unknown'),
    lastActiveMs: dateProperty(resource, 'lastActive'),
  };
}
