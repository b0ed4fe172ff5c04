import { CallState } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { enumProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.phoneAudio;

/** The user's own phone as a medium of a conversation. */
export interface PhoneAudio {
  readonly href: string | null;
  readonly state: CallState | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readPhoneAudio(resource: Resource): PhoneAudio {
  return {
    href: resource.href,
    state: enumProperty(resource, 'state', CallState, null),
    links: pickLinks(resource, linkRels),
  };
}
