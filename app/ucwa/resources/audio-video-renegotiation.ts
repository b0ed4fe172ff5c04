import { Direction } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { link, pickLinks } from '../hypermedia/links.ts';
import { enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.audioVideoRenegotiation;

/** A new offer within a running call: hold, resume, other streams or other candidates. */
export interface AudioVideoRenegotiation {
  readonly href: string | null;
  readonly direction: Direction | null;
  readonly operationId: string | null;
  /** `data:` URI. */
  readonly mediaOffer: string | null;
  /** `data:` URI. */
  readonly mediaAnswer: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readAudioVideoRenegotiation(resource: Resource): AudioVideoRenegotiation {
  return {
    href: resource.href,
    direction: enumProperty(resource, 'direction', Direction, null),
    operationId: stringProperty(resource, 'operationId'),
    mediaOffer: link(resource, 'mediaOffer')?.href ?? null,
    mediaAnswer: link(resource, 'mediaAnswer')?.href ?? null,
    links: pickLinks(resource, linkRels),
  };
}
