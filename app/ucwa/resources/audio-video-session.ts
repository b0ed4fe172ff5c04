import { SessionState } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.audioVideoSession;

/** The media session of a connected call. */
export interface AudioVideoSession {
  readonly href: string | null;
  readonly state: SessionState | null;
  readonly sessionContext: string | null;
  readonly remoteEndpoint: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readAudioVideoSession(resource: Resource): AudioVideoSession {
  return {
    href: resource.href,
    state: enumProperty(resource, 'state', SessionState, null),
    sessionContext: stringProperty(resource, 'sessionContext'),
    remoteEndpoint: stringProperty(resource, 'remoteEndpoint'),
    links: pickLinks(resource, linkRels),
  };
}
